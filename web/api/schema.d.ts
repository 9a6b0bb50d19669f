// SPDX-License-Identifier: EUPL-1.2
// Generated from the OpenAPI document by "npm run generate".
export type paths = {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for an account; a mail with a link follows */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm an address with the link of the mail, and sign in */
        post: operations["confirmAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one kept, latest first */
        get: operations["listBookmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The directory */
        get: operations["listBuildings"];
        put?: never;
        /** Start a building */
        post: operations["startBuilding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One building */
        get: operations["getBuilding"];
        put?: never;
        post?: never;
        /** Delete a building; can be undone for 30 days */
        delete: operations["deleteBuilding"];
        options?: never;
        head?: never;
        /** Change name, summary or access */
        patch: operations["editBuilding"];
        trace?: never;
    };
    "/api/v1/buildings/{slug}/access-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What another access would change */
        get: operations["previewAccessChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that can still be accepted */
        get: operations["listInvitations"];
        put?: never;
        /** Invite by mail, or make a link */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an invitation */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members; for those who manage also requests and bans */
        get: operations["listMemberships"];
        put?: never;
        /** Join an open building, or ask a closed one */
        post: operations["joinBuilding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave, remove, refuse a request or lift a ban */
        delete: operations["endMembership"];
        options?: never;
        head?: never;
        /** Approve, give a role, ban or take back */
        patch: operations["changeMembership"];
        trace?: never;
    };
    "/api/v1/buildings/{slug}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of a building, newest first */
        get: operations["listPosts"];
        put?: never;
        /** Publish in a building */
        post: operations["publishPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Buildings whose name is like this one */
        get: operations["listSimilarBuildings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/slug-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A free address for a name */
        get: operations["proposeSlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own drafts, latest first */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a draft under an id (UUID) that the client made */
        put: operations["saveDraft"];
        post?: never;
        /** Throw a draft away */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest first: the square (all that one may read) or mine (the buildings one is in) */
        get: operations["getFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-administrator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become the first administrator with the link printed at the first start */
        post: operations["becomeFirstAdministrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this instance is */
        get: operations["getInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, tagline or rules of the instance */
        patch: operations["changeInstance"];
        trace?: never;
    };
    "/api/v1/invitations/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation is for */
        post: operations["lookUpInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A WebSocket: send {"subscribe": topic} or {"unsubscribe": topic}, receive {topic, event, data, cursor}
         * @description Topics: me, square, building:{slug}, post:{id}. A refused subscription answers {topic, error: "not-found"}. Updates hold ids and counts only. Close code 4401: signed out; 1013: come back and catch up with GET /updates.
         */
        get: operations["listenLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are here */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your profile */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/api/v1/me/deleted-buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deleted buildings that can still come back */
        get: operations["listDeletedBuildings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/deleted-buildings/{slug}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a deletion */
        post: operations["restoreBuilding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change your password; your other sessions and your access tokens end */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and buildings to name with @ */
        get: operations["listMentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I was told, newest first, bundled per thread */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark lines as read, or all up to one of them */
        post: operations["readNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mail that was sent or waits */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One mail, with its content where it is kept on disk */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and their accounts */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change somebody's role, or suspend them */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/v1/operations/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queues and what waits in them */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/queues/{name}/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs that were set aside */
        get: operations["listFailedJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/queues/{name}/failed/{jobId}/retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a job again that was set aside */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations, by name */
        get: operations["listOrganisations"];
        put?: never;
        /** Add an organisation; addresses in its domains make staff */
        post: operations["createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        /** Remove an organisation; its people stay, as residents */
        delete: operations["deleteOrganisation"];
        options?: never;
        head?: never;
        /** Change its name or domains */
        patch: operations["changeOrganisation"];
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to choose a new password */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a new password with the link of the mail; every session and access token ends */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of this instance */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{handle}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person wrote, newest first */
        get: operations["listPostsOfPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post, or its tombstone where answers hang under it */
        get: operations["getPost"];
        put?: never;
        post?: never;
        /** Delete a post; a tombstone stays where answers hang under it */
        delete: operations["deletePost"];
        options?: never;
        head?: never;
        /** Change what one wrote; what it said before is kept */
        patch: operations["editPost"];
        trace?: never;
    };
    "/api/v1/posts/{id}/bookmark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep a post for oneself */
        put: operations["bookmarkPost"];
        post?: never;
        /** Keep it no longer */
        delete: operations["dropBookmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a thread on top of its building */
        put: operations["pinPost"];
        post?: never;
        /** Take it from the top */
        delete: operations["unpinPost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who reacted, latest first */
        get: operations["listReactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/reactions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** React to a post: like, thanks, agree or idea */
        put: operations["react"];
        post?: never;
        /** Take one’s reaction back */
        delete: operations["takeReactionBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole thread, oldest first */
        get: operations["listReplies"];
        put?: never;
        /** Answer in the thread of a post */
        post: operations["replyToPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a post said before, latest first */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a text will look */
        post: operations["previewBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/read-markers/{scope}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one was in a feed */
        get: operations["getReadMarker"];
        /** Say how far one has read; it only moves forward */
        put: operations["markRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: operations["listSessions"];
        put?: never;
        /** Sign in */
        post: operations["signIn"];
        /** Sign out everywhere else */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out in one place */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags in use, most used first */
        get: operations["listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{tag}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts and replies with a tag, newest first */
        get: operations["listPostsWithTag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your tokens for programs */
        get: operations["listTokens"];
        put?: never;
        /** Make a token; it is shown once */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What sockets were told since a cursor, for who was away */
        get: operations["listUpdates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    locale?: "nl" | "en";
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                    };
                };
            };
        };
    };
    confirmAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            about: string | null;
                            buildings: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "member" | "moderator" | "admin";
                                slug: string;
                                unread: number;
                                /** @description The page, without scheme and host. */
                                url: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            email: string;
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isStaff: boolean;
                            jobTitle: string | null;
                            /** @enum {string} */
                            locale: "nl" | "en";
                            name: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Requests to join that wait for this person to decide on. */
                            pendingRequests: number;
                            /** @enum {string} */
                            role: "member" | "administrator";
                            unreadNotifications: number;
                        };
                    };
                };
            };
        };
    };
    listBookmarks: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            audience: "public" | "staff" | "members";
                            author: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            } | null;
                            bookmarked: boolean;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            can: {
                                bookmark: boolean;
                                delete: boolean;
                                edit: boolean;
                                pin: boolean;
                                react: boolean;
                                reply: boolean;
                            };
                            deletedAt: string | null;
                            editedAt: string | null;
                            group: null;
                            /** @description Sanitised. Empty on a tombstone. */
                            html: string;
                            /** Format: uuid */
                            id: string;
                            inReplyTo: string | null;
                            /** @enum {string} */
                            kind: "message" | "article" | "question";
                            language: string;
                            myReactions: ("like" | "thanks" | "agree" | "idea")[];
                            pinned: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            reactions: {
                                agree?: number;
                                idea?: number;
                                like?: number;
                                thanks?: number;
                            };
                            replyCount: number;
                            revisionCount: number;
                            root: string | null;
                            /** @description What was typed; for its author, on GET of one post. */
                            source?: {
                                body: string;
                                /** @enum {string} */
                                format: "markdown" | "html";
                            };
                            tags: string[];
                            text: string;
                            title: string | null;
                            uri: string;
                            /** @description The page, without scheme and host; of a reply its place in the thread. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listBuildings: {
        parameters: {
            query?: {
                access?: "open" | "closed" | "hidden";
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                mine?: boolean;
                q?: string;
                sort?: "activity" | "name" | "members" | "newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            can: {
                                ask: boolean;
                                delete: boolean;
                                edit: boolean;
                                invite: boolean;
                                join: boolean;
                                leave: boolean;
                                manageMembers: boolean;
                                moderate: boolean;
                                post: boolean;
                                read: boolean;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isNew: boolean;
                            lastActivityAt: string | null;
                            memberCount: number;
                            myMembership: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                role: "member" | "moderator" | "admin";
                                /** @enum {string} */
                                state: "active" | "requested" | "invited" | "banned";
                            } | null;
                            name: string;
                            postCount: number | null;
                            slug: string;
                            summary: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    startBuilding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    access: "open" | "closed" | "hidden";
                    name: string;
                    slug: string;
                    summary?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        access: "open" | "closed" | "hidden";
                        can: {
                            ask: boolean;
                            delete: boolean;
                            edit: boolean;
                            invite: boolean;
                            join: boolean;
                            leave: boolean;
                            manageMembers: boolean;
                            moderate: boolean;
                            post: boolean;
                            read: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isNew: boolean;
                        lastActivityAt: string | null;
                        memberCount: number;
                        myMembership: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            /** @enum {string} */
                            state: "active" | "requested" | "invited" | "banned";
                        } | null;
                        name: string;
                        postCount: number | null;
                        slug: string;
                        summary: string;
                        /** @description The page, without scheme and host. */
                        url: string;
                    };
                };
            };
        };
    };
    getBuilding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        access: "open" | "closed" | "hidden";
                        can: {
                            ask: boolean;
                            delete: boolean;
                            edit: boolean;
                            invite: boolean;
                            join: boolean;
                            leave: boolean;
                            manageMembers: boolean;
                            moderate: boolean;
                            post: boolean;
                            read: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isNew: boolean;
                        lastActivityAt: string | null;
                        memberCount: number;
                        myMembership: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            /** @enum {string} */
                            state: "active" | "requested" | "invited" | "banned";
                        } | null;
                        name: string;
                        postCount: number | null;
                        slug: string;
                        summary: string;
                        /** @description The page, without scheme and host. */
                        url: string;
                    };
                };
            };
        };
    };
    deleteBuilding: {
        parameters: {
            query?: {
                /** @description As on the sign over the door. The screens ask for it, so that nobody deletes the wrong one; given, it must be right. */
                name?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    editBuilding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    access?: "open" | "closed" | "hidden";
                    name?: string;
                    summary?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        access: "open" | "closed" | "hidden";
                        can: {
                            ask: boolean;
                            delete: boolean;
                            edit: boolean;
                            invite: boolean;
                            join: boolean;
                            leave: boolean;
                            manageMembers: boolean;
                            moderate: boolean;
                            post: boolean;
                            read: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isNew: boolean;
                        lastActivityAt: string | null;
                        memberCount: number;
                        myMembership: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            /** @enum {string} */
                            state: "active" | "requested" | "invited" | "banned";
                        } | null;
                        name: string;
                        postCount: number | null;
                        slug: string;
                        summary: string;
                        /** @description The page, without scheme and host. */
                        url: string;
                    };
                };
            };
        };
    };
    previewAccessChange: {
        parameters: {
            query: {
                access: "open" | "closed" | "hidden";
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contentStays: boolean;
                        /** @enum {string} */
                        knownToAfter: "public" | "members";
                        /** @enum {string} */
                        knownToBefore: "public" | "members";
                        members: number;
                        membersShown: boolean;
                        posts: number;
                        /** @enum {string} */
                        readersAfter: "public" | "members";
                        /** @enum {string} */
                        readersBefore: "public" | "members";
                        requests: number;
                        /** @enum {string} */
                        requestsBecome: "members" | "waiting" | "dropped";
                    };
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            email: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            maxUses: number;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            uses: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    emails?: string[];
                    /** Format: date-time */
                    expiresAt?: string;
                    /** @enum {boolean} */
                    link?: true;
                    maxUses?: number;
                    /** @enum {string} */
                    role?: "member" | "moderator" | "admin";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            email: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "sent";
                        }[];
                    } | {
                        /** Format: uuid */
                        id: string;
                        /** @description Shown this once. */
                        url: string;
                    };
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listMemberships: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                q?: string;
                role?: "member" | "moderator" | "admin";
                state?: "active" | "requested" | "invited" | "banned";
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            member: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            };
                            /** @description What somebody wrote when asking; empty for those who do not decide on it. */
                            note: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            /** @enum {string} */
                            state: "active" | "requested" | "invited" | "banned";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    joinBuilding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "active" | "requested";
                    };
                };
            };
        };
    };
    endMembership: {
        parameters: {
            query?: {
                successor?: string;
            };
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role?: "member" | "moderator" | "admin";
                    /** @enum {string} */
                    state?: "active" | "banned";
                    /** Format: uuid */
                    successor?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        member: {
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            url: string;
                        };
                        /** @description What somebody wrote when asking; empty for those who do not decide on it. */
                        note: string;
                        /** @enum {string} */
                        role: "member" | "moderator" | "admin";
                        /** @enum {string} */
                        state: "active" | "requested" | "invited" | "banned";
                    };
                };
            };
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                kind?: "message" | "article" | "question";
                limit?: number;
                pinned?: boolean;
                tag?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            audience: "public" | "staff" | "members";
                            author: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            } | null;
                            bookmarked: boolean;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            can: {
                                bookmark: boolean;
                                delete: boolean;
                                edit: boolean;
                                pin: boolean;
                                react: boolean;
                                reply: boolean;
                            };
                            deletedAt: string | null;
                            editedAt: string | null;
                            group: null;
                            /** @description Sanitised. Empty on a tombstone. */
                            html: string;
                            /** Format: uuid */
                            id: string;
                            inReplyTo: string | null;
                            /** @enum {string} */
                            kind: "message" | "article" | "question";
                            language: string;
                            myReactions: ("like" | "thanks" | "agree" | "idea")[];
                            pinned: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            reactions: {
                                agree?: number;
                                idea?: number;
                                like?: number;
                                thanks?: number;
                            };
                            replyCount: number;
                            revisionCount: number;
                            root: string | null;
                            /** @description What was typed; for its author, on GET of one post. */
                            source?: {
                                body: string;
                                /** @enum {string} */
                                format: "markdown" | "html";
                            };
                            tags: string[];
                            text: string;
                            title: string | null;
                            uri: string;
                            /** @description The page, without scheme and host; of a reply its place in the thread. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    publishPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    audience?: "public" | "staff" | "members";
                    body: string;
                    /** @enum {string} */
                    format?: "markdown" | "html";
                    /** @enum {string} */
                    kind?: "message" | "article" | "question";
                    tags?: string[];
                    title?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        audience: "public" | "staff" | "members";
                        author: {
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            url: string;
                        } | null;
                        bookmarked: boolean;
                        building: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        can: {
                            bookmark: boolean;
                            delete: boolean;
                            edit: boolean;
                            pin: boolean;
                            react: boolean;
                            reply: boolean;
                        };
                        deletedAt: string | null;
                        editedAt: string | null;
                        group: null;
                        /** @description Sanitised. Empty on a tombstone. */
                        html: string;
                        /** Format: uuid */
                        id: string;
                        inReplyTo: string | null;
                        /** @enum {string} */
                        kind: "message" | "article" | "question";
                        language: string;
                        myReactions: ("like" | "thanks" | "agree" | "idea")[];
                        pinned: boolean;
                        /** Format: date-time */
                        publishedAt: string;
                        reactions: {
                            agree?: number;
                            idea?: number;
                            like?: number;
                            thanks?: number;
                        };
                        replyCount: number;
                        revisionCount: number;
                        root: string | null;
                        /** @description What was typed; for its author, on GET of one post. */
                        source?: {
                            body: string;
                            /** @enum {string} */
                            format: "markdown" | "html";
                        };
                        tags: string[];
                        text: string;
                        title: string | null;
                        uri: string;
                        /** @description The page, without scheme and host; of a reply its place in the thread. */
                        url: string;
                    };
                };
            };
        };
    };
    listSimilarBuildings: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            memberCount: number;
                            name: string;
                            slug: string;
                            summary: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    proposeSlug: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        free: true;
                        slug: string;
                    };
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            audience: ("public" | "staff" | "members") | null;
                            body: string;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            buildingSlug: string | null;
                            /** @enum {string} */
                            format: "markdown" | "html";
                            /** Format: uuid */
                            id: string;
                            inReplyTo: string | null;
                            /** @enum {string} */
                            kind: "message" | "article" | "question";
                            tags: string[];
                            title: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    audience?: ("public" | "staff" | "members") | null;
                    body: string;
                    buildingSlug?: string | null;
                    /** @enum {string} */
                    format: "markdown" | "html";
                    inReplyTo?: string | null;
                    /** @enum {string} */
                    kind: "message" | "article" | "question";
                    tags?: string[];
                    title?: string | null;
                    /**
                     * Format: date-time
                     * @description Not taken: the server keeps the time.
                     */
                    updatedAt?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        audience: ("public" | "staff" | "members") | null;
                        body: string;
                        building: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
                        buildingSlug: string | null;
                        /** @enum {string} */
                        format: "markdown" | "html";
                        /** Format: uuid */
                        id: string;
                        inReplyTo: string | null;
                        /** @enum {string} */
                        kind: "message" | "article" | "question";
                        tags: string[];
                        title: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getFeed: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                scope?: "square" | "mine";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            audience: "public" | "staff" | "members";
                            author: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            } | null;
                            bookmarked: boolean;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            can: {
                                bookmark: boolean;
                                delete: boolean;
                                edit: boolean;
                                pin: boolean;
                                react: boolean;
                                reply: boolean;
                            };
                            deletedAt: string | null;
                            editedAt: string | null;
                            group: null;
                            /** @description Sanitised. Empty on a tombstone. */
                            html: string;
                            /** Format: uuid */
                            id: string;
                            inReplyTo: string | null;
                            /** @enum {string} */
                            kind: "message" | "article" | "question";
                            language: string;
                            myReactions: ("like" | "thanks" | "agree" | "idea")[];
                            pinned: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            reactions: {
                                agree?: number;
                                idea?: number;
                                like?: number;
                                thanks?: number;
                            };
                            replyCount: number;
                            revisionCount: number;
                            root: string | null;
                            /** @description What was typed; for its author, on GET of one post. */
                            source?: {
                                body: string;
                                /** @enum {string} */
                                format: "markdown" | "html";
                            };
                            tags: string[];
                            text: string;
                            title: string | null;
                            uri: string;
                            /** @description The page, without scheme and host; of a reply its place in the thread. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    becomeFirstAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    name: string;
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            about: string | null;
                            buildings: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "member" | "moderator" | "admin";
                                slug: string;
                                unread: number;
                                /** @description The page, without scheme and host. */
                                url: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            email: string;
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isStaff: boolean;
                            jobTitle: string | null;
                            /** @enum {string} */
                            locale: "nl" | "en";
                            name: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Requests to join that wait for this person to decide on. */
                            pendingRequests: number;
                            /** @enum {string} */
                            role: "member" | "administrator";
                            unreadNotifications: number;
                        };
                    };
                };
            };
        };
    };
    getInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            buildings: number;
                            people: number;
                            posts: number;
                        };
                        demo: {
                            signIns: {
                                email: string;
                                label: string;
                                password: string;
                            }[];
                        } | null;
                        /** @enum {string} */
                        locale: "nl" | "en";
                        name: string;
                        residentsMayStartBuildings: boolean;
                        tagline: string;
                        version: string;
                    };
                };
            };
        };
    };
    changeInstance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    residentsMayStartBuildings?: boolean;
                    tagline?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            buildings: number;
                            people: number;
                            posts: number;
                        };
                        demo: {
                            signIns: {
                                email: string;
                                label: string;
                                password: string;
                            }[];
                        } | null;
                        /** @enum {string} */
                        locale: "nl" | "en";
                        name: string;
                        residentsMayStartBuildings: boolean;
                        tagline: string;
                        version: string;
                    };
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        building: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            can: {
                                ask: boolean;
                                delete: boolean;
                                edit: boolean;
                                invite: boolean;
                                join: boolean;
                                leave: boolean;
                                manageMembers: boolean;
                                moderate: boolean;
                                post: boolean;
                                read: boolean;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isNew: boolean;
                            lastActivityAt: string | null;
                            memberCount: number;
                            myMembership: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                role: "member" | "moderator" | "admin";
                                /** @enum {string} */
                                state: "active" | "requested" | "invited" | "banned";
                            } | null;
                            name: string;
                            postCount: number | null;
                            slug: string;
                            summary: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                    };
                };
            };
        };
    };
    lookUpInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        building: {
                            name: string;
                            summary: string;
                        };
                        email: string | null;
                        invitedBy: string | null;
                    };
                };
            };
        };
    };
    listenLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem (RFC 9457), sent as application/problem+json. */
            426: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: string | null;
                        buildings: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            slug: string;
                            unread: number;
                            /** @description The page, without scheme and host. */
                            url: string;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        email: string;
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isStaff: boolean;
                        jobTitle: string | null;
                        /** @enum {string} */
                        locale: "nl" | "en";
                        name: string;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description Requests to join that wait for this person to decide on. */
                        pendingRequests: number;
                        /** @enum {string} */
                        role: "member" | "administrator";
                        unreadNotifications: number;
                    };
                };
            };
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about?: string | null;
                    jobTitle?: string | null;
                    /** @enum {string} */
                    locale?: "nl" | "en";
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: string | null;
                        buildings: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            slug: string;
                            unread: number;
                            /** @description The page, without scheme and host. */
                            url: string;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        email: string;
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isStaff: boolean;
                        jobTitle: string | null;
                        /** @enum {string} */
                        locale: "nl" | "en";
                        name: string;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description Requests to join that wait for this person to decide on. */
                        pendingRequests: number;
                        /** @enum {string} */
                        role: "member" | "administrator";
                        unreadNotifications: number;
                    };
                };
            };
        };
    };
    listDeletedBuildings: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: date-time */
                            deletedAt: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date-time */
                            purgeAt: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    restoreBuilding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        access: "open" | "closed" | "hidden";
                        can: {
                            ask: boolean;
                            delete: boolean;
                            edit: boolean;
                            invite: boolean;
                            join: boolean;
                            leave: boolean;
                            manageMembers: boolean;
                            moderate: boolean;
                            post: boolean;
                            read: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isNew: boolean;
                        lastActivityAt: string | null;
                        memberCount: number;
                        myMembership: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            /** @enum {string} */
                            state: "active" | "requested" | "invited" | "banned";
                        } | null;
                        name: string;
                        postCount: number | null;
                        slug: string;
                        summary: string;
                        /** @description The page, without scheme and host. */
                        url: string;
                    };
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listMentions: {
        parameters: {
            query?: {
                building?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            handle: string;
                            name: string;
                            organisation?: string | null;
                            /** @enum {string} */
                            type: "person" | "building";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Only the unread ones. */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            actor: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            } | null;
                            /** @description How many people are behind it; `actor` is the latest. */
                            actorCount: number;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            /** @description How many are bundled in this line; it shows the newest. */
                            count: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "reply" | "mention" | "request" | "approved" | "refused" | "invited" | "removed" | "role" | "successor";
                            post: {
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                title: string | null;
                                url: string;
                            } | null;
                            readAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    readNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: string[];
                    /** Format: uuid */
                    upTo?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
        };
    };
    listMails: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            error: string | null;
                            /** Format: uuid */
                            id: string;
                            sentAt: string | null;
                            /** @enum {string} */
                            state: "queued" | "sent" | "failed";
                            subject: string;
                            template: string;
                            to: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        error: string | null;
                        html: string | null;
                        /** Format: uuid */
                        id: string;
                        sentAt: string | null;
                        /** @enum {string} */
                        state: "queued" | "sent" | "failed";
                        subject: string;
                        template: string;
                        text: string | null;
                        to: string;
                    };
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            email: string;
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isStaff: boolean;
                            lastSeenAt: string | null;
                            name: string;
                            organisation: string | null;
                            /** @enum {string} */
                            role: "member" | "administrator";
                            suspendedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role?: "member" | "administrator";
                    suspended?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        email: string;
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isStaff: boolean;
                        lastSeenAt: string | null;
                        name: string;
                        organisation: string | null;
                        /** @enum {string} */
                        role: "member" | "administrator";
                        suspendedAt: string | null;
                    };
                };
            };
        };
    };
    listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            active: number;
                            delayed: number;
                            failed: number;
                            /** @enum {string} */
                            name: "live" | "notify" | "mail" | "housekeeping";
                            oldestSeconds: number | null;
                            waiting: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listFailedJobs: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                name: "live" | "notify" | "mail" | "housekeeping";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attempts: number;
                            /** @description Ids only. */
                            data: {
                                [key: string]: string;
                            };
                            failedAt: string | null;
                            id: string;
                            name: string;
                            reason: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
                name: "live" | "notify" | "mail" | "housekeeping";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            domains: string[];
                            /** Format: uuid */
                            id: string;
                            memberCount: number;
                            name: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    createOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domains: string[];
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domains: string[];
                        /** Format: uuid */
                        id: string;
                        memberCount: number;
                        name: string;
                    };
                };
            };
        };
    };
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domains: string[];
                        /** Format: uuid */
                        id: string;
                        memberCount: number;
                        name: string;
                    };
                };
            };
        };
    };
    deleteOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    domains?: string[];
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        domains: string[];
                        /** Format: uuid */
                        id: string;
                        memberCount: number;
                        name: string;
                    };
                };
            };
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                    };
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Id or name of an organisation. */
                organisation?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            about: string | null;
                            buildings: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            }[];
                            can: {
                                edit: boolean;
                            };
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            jobTitle: string | null;
                            /** Format: date-time */
                            joinedAt: string;
                            name: string;
                            organisation: string | null;
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: string | null;
                        buildings: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        }[];
                        can: {
                            edit: boolean;
                        };
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isResident: boolean;
                        jobTitle: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        name: string;
                        organisation: string | null;
                        url: string;
                    };
                };
            };
        };
    };
    listPostsOfPerson: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            audience: "public" | "staff" | "members";
                            author: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            } | null;
                            bookmarked: boolean;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            can: {
                                bookmark: boolean;
                                delete: boolean;
                                edit: boolean;
                                pin: boolean;
                                react: boolean;
                                reply: boolean;
                            };
                            deletedAt: string | null;
                            editedAt: string | null;
                            group: null;
                            /** @description Sanitised. Empty on a tombstone. */
                            html: string;
                            /** Format: uuid */
                            id: string;
                            inReplyTo: string | null;
                            /** @enum {string} */
                            kind: "message" | "article" | "question";
                            language: string;
                            myReactions: ("like" | "thanks" | "agree" | "idea")[];
                            pinned: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            reactions: {
                                agree?: number;
                                idea?: number;
                                like?: number;
                                thanks?: number;
                            };
                            replyCount: number;
                            revisionCount: number;
                            root: string | null;
                            /** @description What was typed; for its author, on GET of one post. */
                            source?: {
                                body: string;
                                /** @enum {string} */
                                format: "markdown" | "html";
                            };
                            tags: string[];
                            text: string;
                            title: string | null;
                            uri: string;
                            /** @description The page, without scheme and host; of a reply its place in the thread. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        audience: "public" | "staff" | "members";
                        author: {
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            url: string;
                        } | null;
                        bookmarked: boolean;
                        building: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        can: {
                            bookmark: boolean;
                            delete: boolean;
                            edit: boolean;
                            pin: boolean;
                            react: boolean;
                            reply: boolean;
                        };
                        deletedAt: string | null;
                        editedAt: string | null;
                        group: null;
                        /** @description Sanitised. Empty on a tombstone. */
                        html: string;
                        /** Format: uuid */
                        id: string;
                        inReplyTo: string | null;
                        /** @enum {string} */
                        kind: "message" | "article" | "question";
                        language: string;
                        myReactions: ("like" | "thanks" | "agree" | "idea")[];
                        pinned: boolean;
                        /** Format: date-time */
                        publishedAt: string;
                        reactions: {
                            agree?: number;
                            idea?: number;
                            like?: number;
                            thanks?: number;
                        };
                        replyCount: number;
                        revisionCount: number;
                        root: string | null;
                        /** @description What was typed; for its author, on GET of one post. */
                        source?: {
                            body: string;
                            /** @enum {string} */
                            format: "markdown" | "html";
                        };
                        tags: string[];
                        text: string;
                        title: string | null;
                        uri: string;
                        /** @description The page, without scheme and host; of a reply its place in the thread. */
                        url: string;
                    };
                };
            };
        };
    };
    deletePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    editPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body?: string;
                    /** @enum {string} */
                    format?: "markdown" | "html";
                    tags?: string[];
                    title?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        audience: "public" | "staff" | "members";
                        author: {
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            url: string;
                        } | null;
                        bookmarked: boolean;
                        building: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        can: {
                            bookmark: boolean;
                            delete: boolean;
                            edit: boolean;
                            pin: boolean;
                            react: boolean;
                            reply: boolean;
                        };
                        deletedAt: string | null;
                        editedAt: string | null;
                        group: null;
                        /** @description Sanitised. Empty on a tombstone. */
                        html: string;
                        /** Format: uuid */
                        id: string;
                        inReplyTo: string | null;
                        /** @enum {string} */
                        kind: "message" | "article" | "question";
                        language: string;
                        myReactions: ("like" | "thanks" | "agree" | "idea")[];
                        pinned: boolean;
                        /** Format: date-time */
                        publishedAt: string;
                        reactions: {
                            agree?: number;
                            idea?: number;
                            like?: number;
                            thanks?: number;
                        };
                        replyCount: number;
                        revisionCount: number;
                        root: string | null;
                        /** @description What was typed; for its author, on GET of one post. */
                        source?: {
                            body: string;
                            /** @enum {string} */
                            format: "markdown" | "html";
                        };
                        tags: string[];
                        text: string;
                        title: string | null;
                        uri: string;
                        /** @description The page, without scheme and host; of a reply its place in the thread. */
                        url: string;
                    };
                };
            };
        };
    };
    bookmarkPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    dropBookmark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    pinPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unpinPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listReactions: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            actor: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            };
                            /** @enum {string} */
                            name: "like" | "thanks" | "agree" | "idea";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    react: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        myReactions: ("like" | "thanks" | "agree" | "idea")[];
                        reactions: {
                            agree?: number;
                            idea?: number;
                            like?: number;
                            thanks?: number;
                        };
                    };
                };
            };
        };
    };
    takeReactionBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        myReactions: ("like" | "thanks" | "agree" | "idea")[];
                        reactions: {
                            agree?: number;
                            idea?: number;
                            like?: number;
                            thanks?: number;
                        };
                    };
                };
            };
        };
    };
    listReplies: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            audience: "public" | "staff" | "members";
                            author: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            } | null;
                            bookmarked: boolean;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            can: {
                                bookmark: boolean;
                                delete: boolean;
                                edit: boolean;
                                pin: boolean;
                                react: boolean;
                                reply: boolean;
                            };
                            deletedAt: string | null;
                            editedAt: string | null;
                            group: null;
                            /** @description Sanitised. Empty on a tombstone. */
                            html: string;
                            /** Format: uuid */
                            id: string;
                            inReplyTo: string | null;
                            /** @enum {string} */
                            kind: "message" | "article" | "question";
                            language: string;
                            myReactions: ("like" | "thanks" | "agree" | "idea")[];
                            pinned: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            reactions: {
                                agree?: number;
                                idea?: number;
                                like?: number;
                                thanks?: number;
                            };
                            replyCount: number;
                            revisionCount: number;
                            root: string | null;
                            /** @description What was typed; for its author, on GET of one post. */
                            source?: {
                                body: string;
                                /** @enum {string} */
                                format: "markdown" | "html";
                            };
                            tags: string[];
                            text: string;
                            title: string | null;
                            uri: string;
                            /** @description The page, without scheme and host; of a reply its place in the thread. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    replyToPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @enum {string} */
                    format?: "markdown" | "html";
                    inReplyTo?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        audience: "public" | "staff" | "members";
                        author: {
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            url: string;
                        } | null;
                        bookmarked: boolean;
                        building: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        can: {
                            bookmark: boolean;
                            delete: boolean;
                            edit: boolean;
                            pin: boolean;
                            react: boolean;
                            reply: boolean;
                        };
                        deletedAt: string | null;
                        editedAt: string | null;
                        group: null;
                        /** @description Sanitised. Empty on a tombstone. */
                        html: string;
                        /** Format: uuid */
                        id: string;
                        inReplyTo: string | null;
                        /** @enum {string} */
                        kind: "message" | "article" | "question";
                        language: string;
                        myReactions: ("like" | "thanks" | "agree" | "idea")[];
                        pinned: boolean;
                        /** Format: date-time */
                        publishedAt: string;
                        reactions: {
                            agree?: number;
                            idea?: number;
                            like?: number;
                            thanks?: number;
                        };
                        replyCount: number;
                        revisionCount: number;
                        root: string | null;
                        /** @description What was typed; for its author, on GET of one post. */
                        source?: {
                            body: string;
                            /** @enum {string} */
                            format: "markdown" | "html";
                        };
                        tags: string[];
                        text: string;
                        title: string | null;
                        uri: string;
                        /** @description The page, without scheme and host; of a reply its place in the thread. */
                        url: string;
                    };
                };
            };
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date-time
                             * @description When this version was written.
                             */
                            editedAt: string;
                            editor: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            } | null;
                            html: string;
                            /** Format: uuid */
                            id: string;
                            title: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    previewBody: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** @enum {string} */
                    format?: "markdown" | "html";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        html: string;
                    };
                };
            };
        };
    };
    getReadMarker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description square, mine, or building:{slug} */
                scope: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        postId: string | null;
                        publishedAt: string | null;
                    };
                };
            };
        };
    };
    markRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description square, mine, or building:{slug} */
                scope: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    postId: string;
                    /** Format: date-time */
                    publishedAt?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        postId: string | null;
                        publishedAt: string | null;
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            current: boolean;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            lastSeenAt: string;
                            userAgent: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            about: string | null;
                            buildings: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "member" | "moderator" | "admin";
                                slug: string;
                                unread: number;
                                /** @description The page, without scheme and host. */
                                url: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            email: string;
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isStaff: boolean;
                            jobTitle: string | null;
                            /** @enum {string} */
                            locale: "nl" | "en";
                            name: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Requests to join that wait for this person to decide on. */
                            pendingRequests: number;
                            /** @enum {string} */
                            role: "member" | "administrator";
                            unreadNotifications: number;
                        };
                    };
                };
            };
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            count: number;
                            name: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listPostsWithTag: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            audience: "public" | "staff" | "members";
                            author: {
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                url: string;
                            } | null;
                            bookmarked: boolean;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            can: {
                                bookmark: boolean;
                                delete: boolean;
                                edit: boolean;
                                pin: boolean;
                                react: boolean;
                                reply: boolean;
                            };
                            deletedAt: string | null;
                            editedAt: string | null;
                            group: null;
                            /** @description Sanitised. Empty on a tombstone. */
                            html: string;
                            /** Format: uuid */
                            id: string;
                            inReplyTo: string | null;
                            /** @enum {string} */
                            kind: "message" | "article" | "question";
                            language: string;
                            myReactions: ("like" | "thanks" | "agree" | "idea")[];
                            pinned: boolean;
                            /** Format: date-time */
                            publishedAt: string;
                            reactions: {
                                agree?: number;
                                idea?: number;
                                like?: number;
                                thanks?: number;
                            };
                            replyCount: number;
                            revisionCount: number;
                            root: string | null;
                            /** @description What was typed; for its author, on GET of one post. */
                            source?: {
                                body: string;
                                /** @enum {string} */
                                format: "markdown" | "html";
                            };
                            tags: string[];
                            text: string;
                            title: string | null;
                            uri: string;
                            /** @description The page, without scheme and host; of a reply its place in the thread. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            /** Format: uuid */
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                            scopes: ("read" | "write" | "admin")[];
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expiresAt?: string | null;
                    name: string;
                    scopes: ("read" | "write" | "admin")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        /** Format: uuid */
                        id: string;
                        lastUsedAt: string | null;
                        name: string;
                        scopes: ("read" | "write" | "admin")[];
                        /** @description Shown this once. */
                        token: string;
                    };
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listUpdates: {
        parameters: {
            query: {
                /** @description The `cursor` of the last update that was received. */
                after: string;
                /** @description Topics, separated by commas. */
                topics: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            cursor: string;
                            data: {
                                [key: string]: unknown;
                            };
                            event: string;
                            topic: string;
                        }[];
                        /** @description Ask again after this until there are no items. */
                        next: string;
                        /** @description The cursor is too old: load everything afresh and go on from `next`. */
                        reset: boolean;
                    };
                };
            };
        };
    };
}
