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
    "/api/v1/actors/{id}/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person or place of another instance has its home */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/asked-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you asked portfolios, latest first */
        get: operations["listMyQuestions"];
        put?: never;
        /** Ask everybody with a theme in their portfolio */
        post: operations["askPortfolio"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/asked-questions/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people a question to a portfolio would reach */
        get: operations["countReach"];
        put?: never;
        post?: never;
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
    "/api/v1/buildings/{slug}/allowed-instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Instances whose people may ask to come in */
        get: operations["listAllowedInstances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/allowed-instances/{host}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let people of an instance ask to come in */
        put: operations["allowInstance"];
        post?: never;
        /** Let nobody of an instance in any more; who is in goes out */
        delete: operations["disallowInstance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups of a building that one may know of */
        get: operations["listGroups"];
        put?: never;
        /** Start a group in a building */
        post: operations["startGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One group */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        /** Delete a group */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /** Change name, summary or access */
        patch: operations["editGroup"];
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/access-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What another access would change */
        get: operations["previewGroupAccessChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/house-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The house rules of a place */
        get: operations["getGroupHouseRules"];
        /** Change the house rules; earlier versions are kept */
        put: operations["writeGroupHouseRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that can still be accepted */
        get: operations["listGroupInvitations"];
        put?: never;
        /** Invite by mail, or make a link */
        post: operations["inviteToGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/invitations/{id}": {
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
        delete: operations["revokeGroupInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/invitations/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address of a link, to copy or to print */
        get: operations["getGroupInvitationLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/invitations/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation by mail once more */
        post: operations["resendGroupInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/membership-facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many members there are behind every choice of the list */
        get: operations["countGroupMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/membership-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who becomes a member by itself */
        get: operations["listGroupRules"];
        put?: never;
        /** Let people in by what they are */
        post: operations["addGroupRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/membership-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a rule; who came in by it leaves */
        delete: operations["removeGroupRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/membership-rules/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people a rule would fit */
        get: operations["getReachOfGroupRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members; for those who manage also requests and bans */
        get: operations["listGroupMemberships"];
        put?: never;
        /** Join an open building, or ask a closed one */
        post: operations["joinGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/memberships/{id}": {
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
        delete: operations["endGroupMembership"];
        options?: never;
        head?: never;
        /** Approve, give a role, ban or take back */
        patch: operations["changeGroupMembership"];
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/memberships/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse a request, with a word to who asked */
        post: operations["answerGroupRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/memberships/{id}/bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a member out, with a reason that they read and may appeal against */
        post: operations["putOutOfGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/memberships/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests that were answered, with what was said */
        get: operations["listAnsweredGroupRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/memberships/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members as CSV, for admins */
        get: operations["exportGroupMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/memberships/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My request to join, and the last answer */
        get: operations["getMyGroupRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/memberships/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the members came in, counted */
        get: operations["listGroupSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went up in this place in the last 30 days */
        get: operations["listMergedInGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/{groupSlug}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of a group, newest first */
        get: operations["listGroupPosts"];
        put?: never;
        /** Publish in a group */
        post: operations["publishGroupPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of a building whose name is like this one */
        get: operations["listSimilarGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/groups/slug-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A free address in a building for a name */
        get: operations["proposeGroupSlug"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/house-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The house rules of a place */
        get: operations["getHouseRules"];
        /** Change the house rules; earlier versions are kept */
        put: operations["writeHouseRules"];
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
    "/api/v1/buildings/{slug}/invitations/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address of a link, to copy or to print */
        get: operations["getInvitationLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/invitations/{id}/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation by mail once more */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/membership-facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many members there are behind every choice of the list */
        get: operations["countMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/membership-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who becomes a member by itself */
        get: operations["listRules"];
        put?: never;
        /** Let people in by what they are */
        post: operations["addRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/membership-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a rule; who came in by it leaves */
        delete: operations["removeRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/membership-rules/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people a rule would fit */
        get: operations["getReachOfRule"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/v1/buildings/{slug}/memberships/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse a request, with a word to who asked */
        post: operations["answerRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/{id}/bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a member out, with a reason that they read and may appeal against */
        post: operations["putOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests that were answered, with what was said */
        get: operations["listAnsweredRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members as CSV, for admins */
        get: operations["exportMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My imports of the last 30 days */
        get: operations["listImports"];
        put?: never;
        /** Bring in people from a list; or with `preview`, say what would happen */
        post: operations["importMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/imports/{id}/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines that were not carried out, as CSV to mend */
        get: operations["downloadFaultyLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/imports/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each line */
        get: operations["listImportLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My request to join, and the last answer */
        get: operations["getMyRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/memberships/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the members came in, counted */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went up in this place in the last 30 days */
        get: operations["listMergedHere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{slug}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of a building and of its groups, or of one group; newest first */
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
        /** Buildings whose name is like this one, for somebody who is choosing a name */
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
    "/api/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places that are probably the same, for those who may propose to merge them */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duplicates/{one}/{other}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say for good that two places are not the same */
        put: operations["dismissDuplicate"];
        post?: never;
        delete?: never;
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
    "/api/v1/instance-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys with which the square itself signs */
        get: operations["listInstanceKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instance-keys/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the keys of the square; the old ones stay published for a week */
        post: operations["rotateInstanceKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Other instances, and how delivery to them is going */
        get: operations["listOtherInstances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{host}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One other instance */
        get: operations["getOtherInstance"];
        /** Name a neighbour, block an instance, or neither */
        put: operations["relateToInstance"];
        post?: never;
        /** Neither a neighbour nor blocked any more */
        delete: operations["forgetInstance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/instances/{host}/tries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try now what waits for it, and ask it anew who it is */
        post: operations["tryInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description Topics: me, square, building:{slug}, group:{slug}/{groupSlug}, post:{id}. A refused subscription answers {topic, error: "not-found"}. Updates hold ids and counts only. Close code 4401: signed out; 1013: come back and catch up with GET /updates.
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
    "/api/v1/mail-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what a link out of a mail is for, once */
        post: operations["carryOutMailAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail-actions/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link out of a mail would do; changes nothing */
        post: operations["lookUpMailAction"];
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
    "/api/v1/me/asked-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions to whoever has your portfolio, latest first */
        get: operations["listQuestionsForMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/asking-opt-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Themes about which you want no questions */
        get: operations["listOptOuts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/asking-opt-outs/{theme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Get no more questions about a theme */
        put: operations["optOut"];
        post?: never;
        /** Get questions about a theme again */
        delete: operations["optIn"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom you blocked or muted */
        get: operations["listMyBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who do what you do, and why we think so */
        get: operations["listColleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moderators decided about you, and why */
        get: operations["listMyDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/decisions/{id}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another look at a decision about you */
        post: operations["appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v1/me/held-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your posts that wait for a moderator or are hidden */
        get: operations["listMyHeldPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/mail-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Try my address again */
        delete: operations["endMailPause"];
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
    "/api/v1/me/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A photograph of yourself: the bytes of a JPEG, PNG, WebP or AVIF */
        put: operations["changeMyPhoto"];
        post?: never;
        /** Take your photograph away */
        delete: operations["deleteMyPhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that you tell of yourself, and with whom you share it */
        get: operations["getMyProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you reported, and what came of it */
        get: operations["listMyReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The first questions were answered or passed over */
        put: operations["finishWelcome"];
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
    "/api/v1/merge-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would move when one place goes up in another, and who would read more */
        get: operations["previewMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merges that one decides on or proposed */
        get: operations["listMerges"];
        put?: never;
        /** Propose that one place goes up in another; done at once by who administers both */
        post: operations["proposeMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One merge, with how far it is */
        get: operations["getMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merges/{id}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree for the place that one administers */
        post: operations["agreeToMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merges/{id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a proposal, or take it back */
        post: operations["endMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merges/{id}/undoings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a merge, within 30 days */
        post: operations["undoMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, by whom and why, latest first */
        get: operations["readModerationLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log as CSV, for admins */
        get: operations["exportModerationLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Neighbouring squares with their open buildings */
        get: operations["listNeighbours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I want to hear: rhythm, quiet hours, ways, and per place and thread */
        get: operations["getNotificationSettings"];
        /** Change what is given; the rest stays */
        put: operations["changeNotificationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-settings/places/{placeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I hear of a place */
        get: operations["getPlaceLevel"];
        /** Choose what I hear of a place */
        put: operations["setPlaceLevel"];
        post?: never;
        /** Hear of a place as without a choice: digest */
        delete: operations["forgetPlaceLevel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-settings/threads/{postId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I hear of a thread */
        get: operations["getThreadLevel"];
        /** Choose what I hear of a thread, whatever I hear of its place */
        put: operations["setThreadLevel"];
        post?: never;
        /** Hear of a thread as of its place */
        delete: operations["forgetThreadLevel"];
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
    "/api/v1/operations/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is done once per period, and when next */
        get: operations["listSchedules"];
        put?: never;
        post?: never;
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
    "/api/v1/people-facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people there are behind every choice of the directory */
        get: operations["countPeople"];
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
    "/api/v1/people/{handle}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Block somebody: you see nothing of them, and they cannot reach you; they are not told */
        put: operations["blockPerson"];
        post?: never;
        /** End a block */
        delete: operations["unblockPerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{handle}/mute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mute somebody: you see nothing of them in feeds and notifications */
        put: operations["mutePerson"];
        post?: never;
        /** Hear somebody again */
        delete: operations["unmutePerson"];
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
    "/api/v1/people/{handle}/vcard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person for an address book (RFC 6350), with what this viewer may see */
        get: operations["getVcard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{key}/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photograph, for whom its owner shares it with */
        get: operations["getPhoto"];
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
    "/api/v1/posts/{id}/fetch-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch the answers that are not here yet from where the thread is kept */
        post: operations["fetchReplies"];
        delete?: never;
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
    "/api/v1/posts/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that I opened a thread: it is read, with what I was told of it */
        put: operations["readThread"];
        post?: never;
        delete?: never;
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
    "/api/v1/posts/{id}/thread-state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of a thread that is kept elsewhere: how much of it is here */
        get: operations["getThreadState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions like the one that is being written */
        get: operations["listSimilarQuestions"];
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
    "/api/v1/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key with which a browser subscribes to pushes of this instance */
        get: operations["readPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My devices that take pushes */
        get: operations["listPushDevices"];
        put?: never;
        /** Switch pushes on for this device, or tell that it is still there */
        post: operations["addPushDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Switch pushes off for a device */
        delete: operations["removePushDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/push/subscriptions/{id}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a push to one of my devices, to see whether it arrives */
        post: operations["testPushDevice"];
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
    "/api/v1/remote-places/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find a place of another instance, by its name or address */
        post: operations["lookUpPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/remote-places/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to come in at the address of a place of another instance, which may be hidden */
        post: operations["askAtAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What asks for a moderator: reports, posts that wait, appeals */
        get: operations["listCases"];
        put?: never;
        /** Report a post, a person or a place to those who moderate it */
        post: operations["report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about it; whom it concerns reads the reason */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read what was escalated; the log tells of it */
        post: operations["readEscalated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches that one keeps, latest first */
        get: operations["listSavedSearches"];
        put?: never;
        /** Keep a search, and be told of what is new */
        post: operations["saveSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Keep a search no longer */
        delete: operations["deleteSavedSearch"];
        options?: never;
        head?: never;
        /** Rename a kept search, or turn telling on or off */
        patch: operations["changeSavedSearch"];
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find posts, people, places and labels */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is offered while somebody types */
        get: operations["suggestSearch"];
        put?: never;
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
    "/api/v1/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Themes of portfolios and expertise, also by their synonyms */
        get: operations["listThemes"];
        put?: never;
        /** Add a theme; one that has this name already is given back */
        post: operations["addTheme"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes-in-use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The vocabulary, with how many people have each theme */
        get: operations["listThemesInUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes/{theme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One theme, by id or by any address it has or had */
        get: operations["getTheme"];
        put?: never;
        post?: never;
        /** Take a theme out of the vocabulary, and from every profile */
        delete: operations["deleteTheme"];
        options?: never;
        head?: never;
        /** Rename a theme, or change its synonyms */
        patch: operations["changeTheme"];
        trace?: never;
    };
    "/api/v1/themes/{theme}/asked-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked of those who have a theme in their portfolio */
        get: operations["listQuestionsAboutTheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes/{theme}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two themes one: people move, the old name becomes a synonym */
        post: operations["mergeThemes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of themes that may be the same */
        get: operations["listLikelyDuplicateThemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is new to me since last time, in order of meaning */
        get: operations["getToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark as read what was new until a moment: everything, or a part */
        post: operations["readToday"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/today/read/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make unread again what one press marked as read; within ten minutes */
        delete: operations["undoReadToday"];
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
    "/api/v1/unsubscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End what the link at the foot of a mail names, and nothing else */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unsubscriptions/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the link at the foot of a mail would end */
        post: operations["lookUpUnsubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unsubscriptions/undoings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The way back: as it stood before */
        post: operations["undoUnsubscription"];
        delete?: never;
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
                                groups: {
                                    /** @enum {string} */
                                    access: "open" | "closed" | "hidden";
                                    guestCount: number | null;
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
                                guestCount: number | null;
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
                            mailPaused: {
                                /** @enum {string} */
                                reason: "bounced" | "complained";
                                /** Format: date-time */
                                since: string;
                            } | null;
                            name: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Requests to join that wait for this person to decide on. */
                            pendingRequests: number;
                            photo: string | null;
                            /** @enum {string} */
                            role: "member" | "administrator";
                            unreadNotifications: number;
                            /** @description The first questions were answered or passed over. */
                            welcomed: boolean;
                        };
                    };
                };
            };
        };
    };
    getHome: {
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
                        host: string;
                        hostName: string;
                        isNeighbour: boolean;
                        /** @enum {string} */
                        state: "fine" | "down" | "gone" | "blocked";
                        turnedUsAwayAt: string | null;
                        url: string | null;
                    };
                };
            };
        };
    };
    listMyQuestions: {
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
                            askedAt: string;
                            /**
                             * Format: uuid
                             * @description That of the post.
                             */
                            id: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            post: {
                                /** @enum {string} */
                                audience: "public" | "staff" | "members";
                                author: {
                                    /** @description With `@host` for somebody of another instance. */
                                    handle: string;
                                    /** Format: uuid */
                                    id: string;
                                    isResident: boolean;
                                    name: string;
                                    organisation: string | null;
                                    photo: {
                                        /** @description The same, of 400 pixels. */
                                        large: string;
                                        /** @description Address of a square WebP of 96 pixels. */
                                        small: string;
                                    } | null;
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
                                elsewhere: {
                                    host: string;
                                    /** @enum {string} */
                                    state: "kept" | "sent" | "taken" | "refused";
                                    url: string | null;
                                } | null;
                                group: {
                                    /** @enum {string} */
                                    access: "open" | "closed" | "hidden";
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    slug: string;
                                    /** @description The page, without scheme and host. */
                                    url: string;
                                } | null;
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
                                /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                                shareCount?: number;
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
                                withheld: ("hidden" | "waiting" | "with-root") | null;
                            };
                            /** @description How many people it was for when it was asked. */
                            reach: number;
                            region: string | null;
                            theme: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            };
                            workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    askPortfolio: {
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
                    audience?: "staff" | "public";
                    body: string;
                    /** @description Hosts of neighbours, with which questions are shared both ways: to be asked there too. Only of a question for everybody. */
                    neighbours?: string[];
                    /** Format: uuid */
                    organisation?: string;
                    region?: string;
                    /** @description Id, address or any name of a theme. */
                    theme: string;
                    title?: string | null;
                    /** @enum {string} */
                    workRole?: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
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
                        /** Format: uuid */
                        id: string;
                        post: {
                            /** @enum {string} */
                            audience: "public" | "staff" | "members";
                            author: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            elsewhere: {
                                host: string;
                                /** @enum {string} */
                                state: "kept" | "sent" | "taken" | "refused";
                                url: string | null;
                            } | null;
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
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
                            /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                            shareCount?: number;
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
                            withheld: ("hidden" | "waiting" | "with-root") | null;
                        };
                        reach: number;
                    };
                };
            };
        };
    };
    countReach: {
        parameters: {
            query: {
                audience?: "staff" | "public";
                organisation?: string;
                region?: string;
                /** @description Id, address or any name of a theme. */
                theme: string;
                workRole?: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
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
                        /** @description How many questions you may still ask today. */
                        left: number;
                        organisations: number;
                        /** @description Who have the theme, as far as you may see; you are not counted. Who wants no questions, or none of yours, is counted and not told. */
                        people: number;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            elsewhere: {
                                host: string;
                                /** @enum {string} */
                                state: "kept" | "sent" | "taken" | "refused";
                                url: string | null;
                            } | null;
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
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
                            /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                            shareCount?: number;
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
                            withheld: ("hidden" | "waiting" | "with-root") | null;
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
                                startGroup: boolean;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            guestCount: number | null;
                            /** @description Whether people of no organisation that takes part may come in. */
                            guestsWelcome: boolean;
                            handle: string;
                            host: string | null;
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
                            startGroup: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        guestCount: number | null;
                        /** @description Whether people of no organisation that takes part may come in. */
                        guestsWelcome: boolean;
                        handle: string;
                        host: string | null;
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
                            startGroup: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        guestCount: number | null;
                        /** @description Whether people of no organisation that takes part may come in. */
                        guestsWelcome: boolean;
                        handle: string;
                        host: string | null;
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
                    guestsWelcome?: boolean;
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
                            startGroup: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        guestCount: number | null;
                        /** @description Whether people of no organisation that takes part may come in. */
                        guestsWelcome: boolean;
                        handle: string;
                        host: string | null;
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
                        /** @description Groups of the building that close, or become known to others, along with it. */
                        groups: number;
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
    listAllowedInstances: {
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
                        items: {
                            /** Format: date-time */
                            addedAt: string;
                            host: string;
                            keepsClosedPlaces: boolean;
                            /** @description Memberships of its people in this place. */
                            members: number;
                            name: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    allowInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
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
                            addedAt: string;
                            host: string;
                            keepsClosedPlaces: boolean;
                            /** @description Memberships of its people in this place. */
                            members: number;
                            name: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    disallowInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
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
    listGroups: {
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
                            access: "open" | "closed" | "hidden";
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
                                startGroup: boolean;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            guestCount: number | null;
                            /** @description Whether people of no organisation that takes part may come in. */
                            guestsWelcome: boolean;
                            handle: string;
                            host: string | null;
                            /** Format: uuid */
                            id: string;
                            isNew: boolean;
                            lastActivityAt: string | null;
                            memberCount: number;
                            /** @description Of a closed group: the members of its building come in at once. */
                            membersMayJoin: boolean;
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
    startGroup: {
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
                    access: "open" | "closed" | "hidden";
                    membersMayJoin?: boolean;
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
                            startGroup: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        guestCount: number | null;
                        /** @description Whether people of no organisation that takes part may come in. */
                        guestsWelcome: boolean;
                        handle: string;
                        host: string | null;
                        /** Format: uuid */
                        id: string;
                        isNew: boolean;
                        lastActivityAt: string | null;
                        memberCount: number;
                        /** @description Of a closed group: the members of its building come in at once. */
                        membersMayJoin: boolean;
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
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                            startGroup: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        guestCount: number | null;
                        /** @description Whether people of no organisation that takes part may come in. */
                        guestsWelcome: boolean;
                        handle: string;
                        host: string | null;
                        /** Format: uuid */
                        id: string;
                        isNew: boolean;
                        lastActivityAt: string | null;
                        memberCount: number;
                        /** @description Of a closed group: the members of its building come in at once. */
                        membersMayJoin: boolean;
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
    deleteGroup: {
        parameters: {
            query?: {
                /** @description As on the sign over the door; given, it must be right. */
                name?: string;
            };
            header?: never;
            path: {
                groupSlug: string;
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
    editGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    access?: "open" | "closed" | "hidden";
                    guestsWelcome?: boolean;
                    membersMayJoin?: boolean;
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
                            startGroup: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        guestCount: number | null;
                        /** @description Whether people of no organisation that takes part may come in. */
                        guestsWelcome: boolean;
                        handle: string;
                        host: string | null;
                        /** Format: uuid */
                        id: string;
                        isNew: boolean;
                        lastActivityAt: string | null;
                        memberCount: number;
                        /** @description Of a closed group: the members of its building come in at once. */
                        membersMayJoin: boolean;
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
    previewGroupAccessChange: {
        parameters: {
            query: {
                access: "open" | "closed" | "hidden";
            };
            header?: never;
            path: {
                groupSlug: string;
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
                        /** @description Groups of the building that close, or become known to others, along with it. */
                        groups: number;
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
    getGroupHouseRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                        can: {
                            edit: boolean;
                        };
                        /** @description Sanitised. */
                        html: string;
                        /** @description Who asks is a member who has hardly written here yet. */
                        newcomer: boolean;
                        source: string;
                        /** @description 0 while there are none. */
                        version: number;
                        writtenAt: string | null;
                    };
                };
            };
        };
    };
    writeGroupHouseRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was edited. */
                    basedOn?: number;
                    source: string;
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
                        can: {
                            edit: boolean;
                        };
                        /** @description Sanitised. */
                        html: string;
                        /** @description Who asks is a member who has hardly written here yet. */
                        newcomer: boolean;
                        source: string;
                        /** @description 0 while there are none. */
                        version: number;
                        writtenAt: string | null;
                    };
                };
            };
        };
    };
    listGroupInvitations: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                groupSlug: string;
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
                            /** @description As a list of people gave it. */
                            name: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            sentAt: string | null;
                            /** @description Of a link: where it hangs. */
                            source: string;
                            uses: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    inviteToGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                    /** @description Where the link hangs: "Newsletter". Members are counted by it. */
                    source?: string;
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
                        url: string;
                    };
                };
            };
        };
    };
    revokeGroupInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
    getGroupInvitationLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
                id: string;
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
                        building: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            name: string;
                            slug: string;
                        };
                        /** Format: date-time */
                        expiresAt: string;
                        source: string;
                        url: string;
                    };
                };
            };
        };
    };
    resendGroupInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
                id: string;
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
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        sentAt: string;
                    };
                };
            };
        };
    };
    countGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                        groups: {
                            /** @description As far as the viewer may see. */
                            count: number;
                            name: string;
                            slug: string;
                        }[];
                        /** @description Of no organisation that takes part. */
                        guests: number;
                        organisations: {
                            /** @description As far as the viewer may see. */
                            count: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** @description As far as the viewer may see. */
                        total: number;
                    };
                };
            };
        };
    };
    listGroupRules: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                groupSlug: string;
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
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Whom it fits now, as far as you may see: who is in, or comes in by it */
                            people: number;
                            theme: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    addGroupRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    organisationId?: string;
                    /** Format: uuid */
                    themeId?: string;
                    /** @enum {string} */
                    workRole?: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
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
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
        };
    };
    removeGroupRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
    getReachOfGroupRule: {
        parameters: {
            query?: {
                organisationId?: string;
                themeId?: string;
                workRole?: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
            };
            header?: never;
            path: {
                groupSlug: string;
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
                        /** @description Whom it fits now, as far as you may see: who is in, or comes in by it */
                        people: number;
                    };
                };
            };
        };
    };
    listGroupMemberships: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Slug of a group of the building. */
                group?: string;
                /** @description Only guests, or only those who are none. */
                guest?: boolean;
                limit?: number;
                organisation?: string;
                q?: string;
                role?: "member" | "moderator" | "admin";
                sort?: "role" | "name" | "newest" | "oldest";
                /** @description How they came in, or the id of the invitation they came in with; for those who manage. */
                source?: ("unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule") | string;
                state?: "active" | "requested" | "invited" | "banned";
            };
            header?: never;
            path: {
                groupSlug: string;
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
                            /** Format: uuid */
                            id: string;
                            /** @description In a place that is not open: of no organisation that takes part. */
                            isGuest: boolean;
                            joinedThrough: {
                                source: string;
                                /** @enum {string} */
                                way: "unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule";
                            } | null;
                            member: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
    joinGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
    endGroupMembership: {
        parameters: {
            query?: {
                successor?: string;
            };
            header?: never;
            path: {
                groupSlug: string;
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
    changeGroupMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                    word?: string;
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
                        email: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description In a place that is not open: of no organisation that takes part. */
                        isGuest: boolean;
                        joinedThrough: {
                            source: string;
                            /** @enum {string} */
                            way: "unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule";
                        } | null;
                        member: {
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
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
    answerGroupRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "approved" | "refused";
                    word?: string;
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
    putOutOfGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
                id: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How long a suspension or a ban lasts. */
                    days?: number;
                    reason: string;
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
    listAnsweredGroupRequests: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                groupSlug: string;
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
                            answeredAt: string;
                            answeredBy: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            member: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            note: string;
                            /** @enum {string} */
                            outcome: "approved" | "refused";
                            word: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    exportGroupMembers: {
        parameters: {
            query?: {
                /** @description Slug of a group of the building. */
                group?: string;
                /** @description Only guests, or only those who are none. */
                guest?: boolean;
                organisation?: string;
                q?: string;
                role?: "member" | "moderator" | "admin";
                /** @description How they came in, or the id of the invitation they came in with; for those who manage. */
                source?: ("unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule") | string;
                state?: "active" | "requested" | "invited" | "banned";
            };
            header?: never;
            path: {
                groupSlug: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    getMyGroupRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                        answer: {
                            /** Format: date-time */
                            answeredAt: string;
                            mayAskAgainAt: string | null;
                            /** @enum {string} */
                            outcome: "approved" | "refused";
                            word: string;
                        } | null;
                        asked: {
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            note: string;
                        } | null;
                    };
                };
            };
        };
    };
    listGroupSources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                            invitation: {
                                /** Format: date-time */
                                expiresAt: string;
                                /** Format: uuid */
                                id: string;
                                maxUses: number;
                                open: boolean;
                                source: string;
                                uses: number;
                            } | null;
                            /** @description Who came in this way and is still a member. */
                            members: number;
                            /** @enum {string} */
                            way: "unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule";
                        }[];
                    };
                };
            };
        };
    };
    listMergedInGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                            mergedAt: string;
                            name: string;
                            slug: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listGroupPosts: {
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
                groupSlug: string;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            elsewhere: {
                                host: string;
                                /** @enum {string} */
                                state: "kept" | "sent" | "taken" | "refused";
                                url: string | null;
                            } | null;
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
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
                            /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                            shareCount?: number;
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
                            withheld: ("hidden" | "waiting" | "with-root") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    publishGroupPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupSlug: string;
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
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
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
                        elsewhere: {
                            host: string;
                            /** @enum {string} */
                            state: "kept" | "sent" | "taken" | "refused";
                            url: string | null;
                        } | null;
                        group: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
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
                        /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                        shareCount?: number;
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
                        withheld: ("hidden" | "waiting" | "with-root") | null;
                    };
                };
            };
        };
    };
    listSimilarGroups: {
        parameters: {
            query: {
                name: string;
                summary?: string;
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
                            access: "open" | "closed" | "hidden";
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
                            /** @description What one press does right there. */
                            can: {
                                ask: boolean;
                                join: boolean;
                            };
                            /** Format: uuid */
                            id: string;
                            memberCount: number;
                            myMembership: {
                                /** @enum {string} */
                                state: "active" | "requested" | "invited" | "banned";
                            } | null;
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
    proposeGroupSlug: {
        parameters: {
            query: {
                name: string;
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
                        /** @enum {boolean} */
                        free: true;
                        slug: string;
                    };
                };
            };
        };
    };
    getHouseRules: {
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
                        can: {
                            edit: boolean;
                        };
                        /** @description Sanitised. */
                        html: string;
                        /** @description Who asks is a member who has hardly written here yet. */
                        newcomer: boolean;
                        source: string;
                        /** @description 0 while there are none. */
                        version: number;
                        writtenAt: string | null;
                    };
                };
            };
        };
    };
    writeHouseRules: {
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
                    /** @description The version that was edited. */
                    basedOn?: number;
                    source: string;
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
                        can: {
                            edit: boolean;
                        };
                        /** @description Sanitised. */
                        html: string;
                        /** @description Who asks is a member who has hardly written here yet. */
                        newcomer: boolean;
                        source: string;
                        /** @description 0 while there are none. */
                        version: number;
                        writtenAt: string | null;
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
                            /** @description As a list of people gave it. */
                            name: string;
                            /** @enum {string} */
                            role: "member" | "moderator" | "admin";
                            sentAt: string | null;
                            /** @description Of a link: where it hangs. */
                            source: string;
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
                    /** @description Where the link hangs: "Newsletter". Members are counted by it. */
                    source?: string;
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
    getInvitationLink: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        building: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            name: string;
                            slug: string;
                        };
                        /** Format: date-time */
                        expiresAt: string;
                        source: string;
                        url: string;
                    };
                };
            };
        };
    };
    resendInvitation: {
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
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        sentAt: string;
                    };
                };
            };
        };
    };
    countMembers: {
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
                        groups: {
                            /** @description As far as the viewer may see. */
                            count: number;
                            name: string;
                            slug: string;
                        }[];
                        /** @description Of no organisation that takes part. */
                        guests: number;
                        organisations: {
                            /** @description As far as the viewer may see. */
                            count: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** @description As far as the viewer may see. */
                        total: number;
                    };
                };
            };
        };
    };
    listRules: {
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
                            /** Format: uuid */
                            id: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Whom it fits now, as far as you may see: who is in, or comes in by it */
                            people: number;
                            theme: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    addRule: {
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
                    /** Format: uuid */
                    organisationId?: string;
                    /** Format: uuid */
                    themeId?: string;
                    /** @enum {string} */
                    workRole?: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
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
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
        };
    };
    removeRule: {
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
    getReachOfRule: {
        parameters: {
            query?: {
                organisationId?: string;
                themeId?: string;
                workRole?: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
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
                        /** @description Whom it fits now, as far as you may see: who is in, or comes in by it */
                        people: number;
                    };
                };
            };
        };
    };
    listMemberships: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Slug of a group of the building. */
                group?: string;
                /** @description Only guests, or only those who are none. */
                guest?: boolean;
                limit?: number;
                organisation?: string;
                q?: string;
                role?: "member" | "moderator" | "admin";
                sort?: "role" | "name" | "newest" | "oldest";
                /** @description How they came in, or the id of the invitation they came in with; for those who manage. */
                source?: ("unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule") | string;
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
                            email: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @description In a place that is not open: of no organisation that takes part. */
                            isGuest: boolean;
                            joinedThrough: {
                                source: string;
                                /** @enum {string} */
                                way: "unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule";
                            } | null;
                            member: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                    word?: string;
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
                        email: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description In a place that is not open: of no organisation that takes part. */
                        isGuest: boolean;
                        joinedThrough: {
                            source: string;
                            /** @enum {string} */
                            way: "unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule";
                        } | null;
                        member: {
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
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
    answerRequest: {
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
                    outcome: "approved" | "refused";
                    word?: string;
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
    putOut: {
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
                    /** @description How long a suspension or a ban lasts. */
                    days?: number;
                    reason: string;
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
    listAnsweredRequests: {
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
                            answeredAt: string;
                            answeredBy: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            member: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            note: string;
                            /** @enum {string} */
                            outcome: "approved" | "refused";
                            word: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    exportMembers: {
        parameters: {
            query?: {
                /** @description Slug of a group of the building. */
                group?: string;
                /** @description Only guests, or only those who are none. */
                guest?: boolean;
                organisation?: string;
                q?: string;
                role?: "member" | "moderator" | "admin";
                /** @description How they came in, or the id of the invitation they came in with; for those who manage. */
                source?: ("unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule") | string;
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
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    listImports: {
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
                            /** @description Lines that changed something. */
                            changes: number;
                            counts: {
                                added: number;
                                already: number;
                                extended: number;
                                faulty: number;
                                invited: number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            createGroups: boolean;
                            done: number;
                            finishedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "running" | "done";
                            total: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    importMembers: {
        parameters: {
            query?: {
                /** @description Make the groups that the file names and the building lacks. */
                createGroups?: boolean;
                /** @description Only say what would happen to each line. */
                preview?: boolean;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** @description email,name,role,groups; comma, semicolon or tab, with English or Dutch heads. */
        requestBody: {
            content: {
                "text/csv": string;
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
                            already: number;
                            extended: number;
                            faulty: number;
                            in: number;
                        };
                        items: {
                            email: string;
                            /** @description Why it was not carried out; or with another outcome, what was left as it was. */
                            faults: {
                                /** @enum {string} */
                                field: "line" | "email" | "name" | "role" | "groups";
                                message: string;
                            }[];
                            groups: string;
                            /** @description In the file, from 1, the heads counted. */
                            line: number;
                            name: string;
                            /** @enum {string} */
                            outcome: "in" | "extended" | "already" | "faulty";
                            role: string;
                        }[];
                        mayCreateGroups: boolean;
                        /** @description Groups that the file names and the building lacks; `createGroups` makes them. */
                        missingGroups: string[];
                        total: number;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Lines that changed something. */
                        changes: number;
                        counts: {
                            added: number;
                            already: number;
                            extended: number;
                            faulty: number;
                            invited: number;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        createGroups: boolean;
                        done: number;
                        finishedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @description A row per line, as it stands. */
                        items: {
                            email: string;
                            /** @description Why it was not carried out; or with another outcome, what was left as it was. */
                            faults: {
                                /** @enum {string} */
                                field: "line" | "email" | "name" | "role" | "groups";
                                message: string;
                            }[];
                            groups: string;
                            /** @description In the file, from 1, the heads counted. */
                            line: number;
                            name: string;
                            /** @enum {string} */
                            outcome: "waiting" | "added" | "extended" | "invited" | "already" | "faulty";
                            role: string;
                        }[];
                        /** @enum {string} */
                        state: "running" | "done";
                        total: number;
                    };
                };
            };
        };
    };
    getImport: {
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Lines that changed something. */
                        changes: number;
                        counts: {
                            added: number;
                            already: number;
                            extended: number;
                            faulty: number;
                            invited: number;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        createGroups: boolean;
                        done: number;
                        finishedAt: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "running" | "done";
                        total: number;
                    };
                };
            };
        };
    };
    downloadFaultyLines: {
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
            /** @description text/csv */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    listImportLines: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                outcome?: "waiting" | "added" | "extended" | "invited" | "already" | "faulty";
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            email: string;
                            /** @description Why it was not carried out; or with another outcome, what was left as it was. */
                            faults: {
                                /** @enum {string} */
                                field: "line" | "email" | "name" | "role" | "groups";
                                message: string;
                            }[];
                            groups: string;
                            /** @description In the file, from 1, the heads counted. */
                            line: number;
                            name: string;
                            /** @enum {string} */
                            outcome: "waiting" | "added" | "extended" | "invited" | "already" | "faulty";
                            role: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getMyRequest: {
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
                        answer: {
                            /** Format: date-time */
                            answeredAt: string;
                            mayAskAgainAt: string | null;
                            /** @enum {string} */
                            outcome: "approved" | "refused";
                            word: string;
                        } | null;
                        asked: {
                            /** Format: date-time */
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            note: string;
                        } | null;
                    };
                };
            };
        };
    };
    listSources: {
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
                        items: {
                            invitation: {
                                /** Format: date-time */
                                expiresAt: string;
                                /** Format: uuid */
                                id: string;
                                maxUses: number;
                                open: boolean;
                                source: string;
                                uses: number;
                            } | null;
                            /** @description Who came in this way and is still a member. */
                            members: number;
                            /** @enum {string} */
                            way: "unknown" | "founding" | "door" | "request" | "mail" | "link" | "import" | "rule";
                        }[];
                    };
                };
            };
        };
    };
    listMergedHere: {
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
                        items: {
                            /** Format: date-time */
                            mergedAt: string;
                            name: string;
                            slug: string;
                        }[];
                        next: string | null;
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
                groupSlug?: string;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            elsewhere: {
                                host: string;
                                /** @enum {string} */
                                state: "kept" | "sent" | "taken" | "refused";
                                url: string | null;
                            } | null;
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
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
                            /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                            shareCount?: number;
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
                            withheld: ("hidden" | "waiting" | "with-root") | null;
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
                    groupSlug?: string | null;
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
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
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
                        elsewhere: {
                            host: string;
                            /** @enum {string} */
                            state: "kept" | "sent" | "taken" | "refused";
                            url: string | null;
                        } | null;
                        group: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
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
                        /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                        shareCount?: number;
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
                        withheld: ("hidden" | "waiting" | "with-root") | null;
                    };
                };
            };
        };
    };
    listSimilarBuildings: {
        parameters: {
            query: {
                name: string;
                summary?: string;
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
                            /** @description What one press does right there. */
                            can: {
                                ask: boolean;
                                join: boolean;
                            };
                            /** Format: uuid */
                            id: string;
                            memberCount: number;
                            myMembership: {
                                /** @enum {string} */
                                state: "active" | "requested" | "invited" | "banned";
                            } | null;
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
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            groupSlug: string | null;
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
                    groupSlug?: string | null;
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
                        group: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
                        groupSlug: string | null;
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
    listDuplicates: {
        parameters: {
            query?: {
                /** @description The slug of a building, for the groups in it. */
                building?: string;
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
                            one: {
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
                            };
                            other: {
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
                            };
                            score: number;
                            sharedMembers: number | null;
                            sharedTags: string[];
                            sharedWords: string[];
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    dismissDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                one: string;
                other: string;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            elsewhere: {
                                host: string;
                                /** @enum {string} */
                                state: "kept" | "sent" | "taken" | "refused";
                                url: string | null;
                            } | null;
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
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
                            /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                            shareCount?: number;
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
                            withheld: ("hidden" | "waiting" | "with-root") | null;
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
                                groups: {
                                    /** @enum {string} */
                                    access: "open" | "closed" | "hidden";
                                    guestCount: number | null;
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
                                guestCount: number | null;
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
                            mailPaused: {
                                /** @enum {string} */
                                reason: "bounced" | "complained";
                                /** Format: date-time */
                                since: string;
                            } | null;
                            name: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Requests to join that wait for this person to decide on. */
                            pendingRequests: number;
                            photo: string | null;
                            /** @enum {string} */
                            role: "member" | "administrator";
                            unreadNotifications: number;
                            /** @description The first questions were answered or passed over. */
                            welcomed: boolean;
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
                        /** @description Instances that the administrator named as neighbours. */
                        neighbours: {
                            host: string;
                            name: string;
                        }[];
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
                        /** @description Instances that the administrator named as neighbours. */
                        neighbours: {
                            host: string;
                            name: string;
                        }[];
                        residentsMayStartBuildings: boolean;
                        tagline: string;
                        version: string;
                    };
                };
            };
        };
    };
    listInstanceKeys: {
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
                            /** @description SHA-256 of the public key as it is published, in hexadecimal. */
                            fingerprint: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "rsa" | "ed25519";
                            retiredAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    rotateInstanceKeys: {
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
                            /** @description SHA-256 of the public key as it is published, in hexadecimal. */
                            fingerprint: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "rsa" | "ed25519";
                            retiredAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    listOtherInstances: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                q?: string;
                relation?: "neighbour" | "known" | "blocked";
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
                            block: {
                                domain: string;
                                reason: string;
                                /** Format: date-time */
                                since: string;
                            } | null;
                            delivery: {
                                backlog: number;
                                /** @description Given up for good, since ever. */
                                dropped: number;
                                lastError: string;
                                lastErrorAt: string | null;
                                lastSuccessAt: string | null;
                                nextTryAt: string | null;
                                /** @enum {string} */
                                state: "unused" | "fine" | "busy" | "down" | "parked";
                            };
                            host: string;
                            /** @description It declares that it keeps what is not public away from everybody but members. */
                            keepsClosedPlaces: boolean;
                            listedAt: string | null;
                            /** @description Why they could not be fetched since; empty where they could. */
                            listFault: string;
                            /** @description Memberships of its people in places here. */
                            membersHere: number;
                            /** @description Memberships of our people in its places. */
                            membersThere: number;
                            name: string;
                            /** @description It named us as a neighbour too. */
                            namesUs: boolean;
                            neighbourSince: string | null;
                            /** @enum {string} */
                            relation: "neighbour" | "known" | "blocked";
                            /** @description Questions to portfolios may be put to it. */
                            sharesQuestions: boolean;
                            software: string;
                            /** @description It puts questions of ours to its people. */
                            takesQuestions: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getOtherInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
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
                        block: {
                            domain: string;
                            reason: string;
                            /** Format: date-time */
                            since: string;
                        } | null;
                        delivery: {
                            backlog: number;
                            /** @description Given up for good, since ever. */
                            dropped: number;
                            lastError: string;
                            lastErrorAt: string | null;
                            lastSuccessAt: string | null;
                            nextTryAt: string | null;
                            /** @enum {string} */
                            state: "unused" | "fine" | "busy" | "down" | "parked";
                        };
                        host: string;
                        /** @description It declares that it keeps what is not public away from everybody but members. */
                        keepsClosedPlaces: boolean;
                        listedAt: string | null;
                        /** @description Why they could not be fetched since; empty where they could. */
                        listFault: string;
                        /** @description Memberships of its people in places here. */
                        membersHere: number;
                        /** @description Memberships of our people in its places. */
                        membersThere: number;
                        name: string;
                        /** @description It named us as a neighbour too. */
                        namesUs: boolean;
                        neighbourSince: string | null;
                        /** @enum {string} */
                        relation: "neighbour" | "known" | "blocked";
                        /** @description Questions to portfolios may be put to it. */
                        sharesQuestions: boolean;
                        software: string;
                        /** @description It puts questions of ours to its people. */
                        takesQuestions: boolean;
                    };
                };
            };
        };
    };
    relateToInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of a block: why. For administrators. */
                    reason?: string;
                    /** @enum {string} */
                    relation: "neighbour" | "known" | "blocked";
                    /** @description Of a neighbour: questions to portfolios may be put to it, and its questions to people here. */
                    sharesQuestions?: boolean;
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
                        block: {
                            domain: string;
                            reason: string;
                            /** Format: date-time */
                            since: string;
                        } | null;
                        delivery: {
                            backlog: number;
                            /** @description Given up for good, since ever. */
                            dropped: number;
                            lastError: string;
                            lastErrorAt: string | null;
                            lastSuccessAt: string | null;
                            nextTryAt: string | null;
                            /** @enum {string} */
                            state: "unused" | "fine" | "busy" | "down" | "parked";
                        };
                        host: string;
                        /** @description It declares that it keeps what is not public away from everybody but members. */
                        keepsClosedPlaces: boolean;
                        listedAt: string | null;
                        /** @description Why they could not be fetched since; empty where they could. */
                        listFault: string;
                        /** @description Memberships of its people in places here. */
                        membersHere: number;
                        /** @description Memberships of our people in its places. */
                        membersThere: number;
                        name: string;
                        /** @description It named us as a neighbour too. */
                        namesUs: boolean;
                        neighbourSince: string | null;
                        /** @enum {string} */
                        relation: "neighbour" | "known" | "blocked";
                        /** @description Questions to portfolios may be put to it. */
                        sharesQuestions: boolean;
                        software: string;
                        /** @description It puts questions of ours to its people. */
                        takesQuestions: boolean;
                    };
                };
            };
        };
    };
    forgetInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
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
    tryInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
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
                        block: {
                            domain: string;
                            reason: string;
                            /** Format: date-time */
                            since: string;
                        } | null;
                        delivery: {
                            backlog: number;
                            /** @description Given up for good, since ever. */
                            dropped: number;
                            lastError: string;
                            lastErrorAt: string | null;
                            lastSuccessAt: string | null;
                            nextTryAt: string | null;
                            /** @enum {string} */
                            state: "unused" | "fine" | "busy" | "down" | "parked";
                        };
                        host: string;
                        /** @description It declares that it keeps what is not public away from everybody but members. */
                        keepsClosedPlaces: boolean;
                        listedAt: string | null;
                        /** @description Why they could not be fetched since; empty where they could. */
                        listFault: string;
                        /** @description Memberships of its people in places here. */
                        membersHere: number;
                        /** @description Memberships of our people in its places. */
                        membersThere: number;
                        name: string;
                        /** @description It named us as a neighbour too. */
                        namesUs: boolean;
                        neighbourSince: string | null;
                        /** @enum {string} */
                        relation: "neighbour" | "known" | "blocked";
                        /** @description Questions to portfolios may be put to it. */
                        sharesQuestions: boolean;
                        software: string;
                        /** @description It puts questions of ours to its people. */
                        takesQuestions: boolean;
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
                                startGroup: boolean;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            guestCount: number | null;
                            /** @description Whether people of no organisation that takes part may come in. */
                            guestsWelcome: boolean;
                            handle: string;
                            host: string | null;
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
                        group: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
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
                                startGroup: boolean;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            guestCount: number | null;
                            /** @description Whether people of no organisation that takes part may come in. */
                            guestsWelcome: boolean;
                            handle: string;
                            host: string | null;
                            /** Format: uuid */
                            id: string;
                            isNew: boolean;
                            lastActivityAt: string | null;
                            memberCount: number;
                            /** @description Of a closed group: the members of its building come in at once. */
                            membersMayJoin: boolean;
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
                        } | null;
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
    carryOutMailAction: {
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
                        /** @enum {string} */
                        act: "approve" | "refuse" | "thank";
                        /** @description The name of the person whose link it is. */
                        as: string;
                        /** @description False when it had been done before. */
                        changed: boolean;
                        /** @description Who asks, or who wrote the post. */
                        person: string;
                        place: {
                            name: string;
                            url: string;
                        };
                        /** @enum {string} */
                        state: "open" | "approved" | "refused" | "thanked";
                        url: string;
                        words: string | null;
                    };
                };
            };
        };
    };
    lookUpMailAction: {
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
                        /** @enum {string} */
                        act: "approve" | "refuse" | "thank";
                        /** @description The name of the person whose link it is. */
                        as: string;
                        /** @description Who asks, or who wrote the post. */
                        person: string;
                        place: {
                            name: string;
                            url: string;
                        };
                        /** @enum {string} */
                        state: "open" | "approved" | "refused" | "thanked";
                        url: string;
                        words: string | null;
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
                            groups: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                guestCount: number | null;
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
                            guestCount: number | null;
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
                        mailPaused: {
                            /** @enum {string} */
                            reason: "bounced" | "complained";
                            /** Format: date-time */
                            since: string;
                        } | null;
                        name: string;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description Requests to join that wait for this person to decide on. */
                        pendingRequests: number;
                        photo: string | null;
                        /** @enum {string} */
                        role: "member" | "administrator";
                        unreadNotifications: number;
                        /** @description The first questions were answered or passed over. */
                        welcomed: boolean;
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
                    contactEmail?: string | null;
                    /** @description Ids of themes. */
                    expertise?: string[];
                    jobTitle?: string | null;
                    languages?: string[];
                    links?: string[];
                    /** @enum {string} */
                    locale?: "nl" | "en";
                    name?: string;
                    phone?: string | null;
                    /** @description Ids of themes. */
                    portfolio?: string[];
                    region?: string | null;
                    sharing?: {
                        /** @enum {string} */
                        about?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        email?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        expertise?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        jobTitle?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        languages?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        links?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        phone?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        photo?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        portfolio?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        region?: "public" | "staff" | "places" | "nobody";
                        /** @enum {string} */
                        workRole?: "public" | "staff" | "places" | "nobody";
                    };
                    workRole?: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
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
                            groups: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                guestCount: number | null;
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
                            guestCount: number | null;
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
                        mailPaused: {
                            /** @enum {string} */
                            reason: "bounced" | "complained";
                            /** Format: date-time */
                            since: string;
                        } | null;
                        name: string;
                        organisation: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        /** @description Requests to join that wait for this person to decide on. */
                        pendingRequests: number;
                        photo: string | null;
                        /** @enum {string} */
                        role: "member" | "administrator";
                        unreadNotifications: number;
                        /** @description The first questions were answered or passed over. */
                        welcomed: boolean;
                    };
                };
            };
        };
    };
    listQuestionsForMe: {
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
                            askedAt: string;
                            /**
                             * Format: uuid
                             * @description That of the post.
                             */
                            id: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            post: {
                                /** @enum {string} */
                                audience: "public" | "staff" | "members";
                                author: {
                                    /** @description With `@host` for somebody of another instance. */
                                    handle: string;
                                    /** Format: uuid */
                                    id: string;
                                    isResident: boolean;
                                    name: string;
                                    organisation: string | null;
                                    photo: {
                                        /** @description The same, of 400 pixels. */
                                        large: string;
                                        /** @description Address of a square WebP of 96 pixels. */
                                        small: string;
                                    } | null;
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
                                elsewhere: {
                                    host: string;
                                    /** @enum {string} */
                                    state: "kept" | "sent" | "taken" | "refused";
                                    url: string | null;
                                } | null;
                                group: {
                                    /** @enum {string} */
                                    access: "open" | "closed" | "hidden";
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    slug: string;
                                    /** @description The page, without scheme and host. */
                                    url: string;
                                } | null;
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
                                /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                                shareCount?: number;
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
                                withheld: ("hidden" | "waiting" | "with-root") | null;
                            };
                            /** @description How many people it was for when it was asked. */
                            reach: number;
                            region: string | null;
                            theme: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            };
                            workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listOptOuts: {
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    optOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                theme: string;
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
    optIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                theme: string;
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
    listMyBlocks: {
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
                            /** @enum {string} */
                            kind: "block" | "mute";
                            person: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            };
                            /** Format: date-time */
                            since: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listColleagues: {
        parameters: {
            query?: {
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
                            /** @description Only what this viewer may see. */
                            contact: {
                                email?: string;
                                links: string[];
                                phone?: string;
                            };
                            expertise: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            }[];
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            jobTitle: string | null;
                            /** Format: date-time */
                            joinedAt: string;
                            languages: string[];
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
                            portfolio: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            }[];
                            region: string | null;
                            url: string;
                            why: {
                                sameOrganisation: boolean;
                                sameWorkRole: boolean;
                                themes: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    slug: string;
                                }[];
                            };
                            workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listMyDecisions: {
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
                            action: "hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place";
                            appeal: {
                                answer: string | null;
                                decidedAt: string | null;
                                note: string;
                                /** @enum {string} */
                                state: "open" | "upheld" | "overturned";
                            } | null;
                            /** Format: date-time */
                            appealUntil: string;
                            can: {
                                appeal: boolean;
                            };
                            /** Format: date-time */
                            decidedAt: string;
                            endedAt: string | null;
                            ground: ("spam" | "abuse" | "privacy" | "misleading" | "copyright" | "other") | null;
                            /** Format: uuid */
                            id: string;
                            overturned: boolean;
                            place: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            reason: string;
                            subject: {
                                excerpt: string;
                                /** @enum {string} */
                                kind: "post" | "person" | "place";
                            };
                            until: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    appeal: {
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
                    note: string;
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
                            startGroup: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        guestCount: number | null;
                        /** @description Whether people of no organisation that takes part may come in. */
                        guestsWelcome: boolean;
                        handle: string;
                        host: string | null;
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
    listMyHeldPosts: {
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
                            html: string;
                            /** Format: uuid */
                            id: string;
                            place: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            title: string | null;
                            /** @enum {string} */
                            withheld: "hidden" | "waiting";
                            /** Format: date-time */
                            withheldAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    endMailPause: {
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
    changeMyPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/avif": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
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
                        photo: {
                            /** @description The same, of 400 pixels. */
                            large: string;
                            /** @description Address of a square WebP of 96 pixels. */
                            small: string;
                        } | null;
                    };
                };
            };
        };
    };
    deleteMyPhoto: {
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
    getMyProfile: {
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
                        contactEmail: string | null;
                        expertise: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                        }[];
                        jobTitle: string | null;
                        languages: string[];
                        links: string[];
                        name: string;
                        phone: string | null;
                        photo: {
                            /** @description The same, of 400 pixels. */
                            large: string;
                            /** @description Address of a square WebP of 96 pixels. */
                            small: string;
                        } | null;
                        portfolio: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                        }[];
                        region: string | null;
                        sharing: {
                            /** @enum {string} */
                            about: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            email: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            expertise: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            jobTitle: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            languages: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            links: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            phone: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            photo: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            portfolio: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            region: "public" | "staff" | "places" | "nobody";
                            /** @enum {string} */
                            workRole: "public" | "staff" | "places" | "nobody";
                        };
                        /** @description The first questions were answered or passed over. */
                        welcomed: boolean;
                        workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                    };
                };
            };
        };
    };
    listMyReports: {
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
                            answeredAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            note: string;
                            outcome: ("acted" | "dismissed") | null;
                            /** @enum {string} */
                            reason: "spam" | "abuse" | "privacy" | "misleading" | "copyright" | "other";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    finishWelcome: {
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
    listMentions: {
        parameters: {
            query?: {
                building?: string;
                group?: string;
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
                            /** @description Of no organisation that takes part, in a place that is not open. */
                            isGuest?: boolean;
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
    previewMerge: {
        parameters: {
            query: {
                source: string;
                target: string;
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
                        asksSource: boolean;
                        asksTarget: boolean;
                        banned: number | null;
                        groups: number;
                        long: boolean | null;
                        /** @enum {string} */
                        narrowed: "nothing" | "public becomes members";
                        newReadersOfSource: number | null;
                        newReadersOfTarget: number | null;
                        posts: number | null;
                        requests: number;
                        /** @description Rules by which people become members, for who administers the source. */
                        rules: number;
                        source: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        sourceMembers: number;
                        target: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        targetMembers: number;
                        targetOpen: boolean;
                    };
                };
            };
        };
    };
    listMerges: {
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
                            can: {
                                agree: boolean;
                                end: boolean;
                                undo: boolean;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            doneAt: string | null;
                            /** Format: uuid */
                            id: string;
                            moved: number;
                            /** @description How many posts and replies there are to move. */
                            posts: number;
                            proposedByMe: boolean;
                            source: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            sourceAgreed: boolean;
                            /** @enum {string} */
                            state: "proposed" | "ended" | "moving" | "done" | "undoing" | "undone";
                            target: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            targetAgreed: boolean;
                            undoneAt: string | null;
                            undoUntil: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    proposeMerge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the place that goes, as on the sign over the door: nobody merges the wrong one. */
                    name: string;
                    /** Format: uuid */
                    sourceId: string;
                    /** Format: uuid */
                    targetId: string;
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
                        can: {
                            agree: boolean;
                            end: boolean;
                            undo: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        /** Format: uuid */
                        id: string;
                        moved: number;
                        /** @description How many posts and replies there are to move. */
                        posts: number;
                        proposedByMe: boolean;
                        source: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        sourceAgreed: boolean;
                        /** @enum {string} */
                        state: "proposed" | "ended" | "moving" | "done" | "undoing" | "undone";
                        target: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        targetAgreed: boolean;
                        undoneAt: string | null;
                        undoUntil: string | null;
                    };
                };
            };
        };
    };
    getMerge: {
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
                        can: {
                            agree: boolean;
                            end: boolean;
                            undo: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        /** Format: uuid */
                        id: string;
                        moved: number;
                        /** @description How many posts and replies there are to move. */
                        posts: number;
                        proposedByMe: boolean;
                        source: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        sourceAgreed: boolean;
                        /** @enum {string} */
                        state: "proposed" | "ended" | "moving" | "done" | "undoing" | "undone";
                        target: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        targetAgreed: boolean;
                        undoneAt: string | null;
                        undoUntil: string | null;
                    };
                };
            };
        };
    };
    agreeToMerge: {
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
                    /** @description Of the place that goes, as on the sign over the door: nobody merges the wrong one. */
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
                        can: {
                            agree: boolean;
                            end: boolean;
                            undo: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        /** Format: uuid */
                        id: string;
                        moved: number;
                        /** @description How many posts and replies there are to move. */
                        posts: number;
                        proposedByMe: boolean;
                        source: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        sourceAgreed: boolean;
                        /** @enum {string} */
                        state: "proposed" | "ended" | "moving" | "done" | "undoing" | "undone";
                        target: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        targetAgreed: boolean;
                        undoneAt: string | null;
                        undoUntil: string | null;
                    };
                };
            };
        };
    };
    endMerge: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        can: {
                            agree: boolean;
                            end: boolean;
                            undo: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        /** Format: uuid */
                        id: string;
                        moved: number;
                        /** @description How many posts and replies there are to move. */
                        posts: number;
                        proposedByMe: boolean;
                        source: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        sourceAgreed: boolean;
                        /** @enum {string} */
                        state: "proposed" | "ended" | "moving" | "done" | "undoing" | "undone";
                        target: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        targetAgreed: boolean;
                        undoneAt: string | null;
                        undoUntil: string | null;
                    };
                };
            };
        };
    };
    undoMerge: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        can: {
                            agree: boolean;
                            end: boolean;
                            undo: boolean;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        doneAt: string | null;
                        /** Format: uuid */
                        id: string;
                        moved: number;
                        /** @description How many posts and replies there are to move. */
                        posts: number;
                        proposedByMe: boolean;
                        source: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        sourceAgreed: boolean;
                        /** @enum {string} */
                        state: "proposed" | "ended" | "moving" | "done" | "undoing" | "undone";
                        target: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        };
                        targetAgreed: boolean;
                        undoneAt: string | null;
                        undoUntil: string | null;
                    };
                };
            };
        };
    };
    readModerationLog: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                group?: string;
                limit?: number;
                place?: string;
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
                            act: string;
                            /** Format: date-time */
                            at: string;
                            by: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            person: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            place: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            reason: string;
                            subject: {
                                id: string | null;
                                /** @enum {string} */
                                kind: "post" | "person" | "place";
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    exportModerationLog: {
        parameters: {
            query?: {
                group?: string;
                place?: string;
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
                    "text/csv": string;
                };
            };
        };
    };
    listNeighbours: {
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
                            buildings: {
                                /** @description With `@host`. */
                                handle: string;
                                homeUrl: string;
                                memberCount: number;
                                name: string;
                                summary: string;
                                /** @description Its page here, which looks it up for who is signed in. */
                                url: string;
                            }[];
                            host: string;
                            name: string;
                            /** @description Both sides put questions to portfolios to each other. */
                            sharesQuestions: boolean;
                            /** @enum {string} */
                            state: "waiting" | "open" | "down";
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getNotificationSettings: {
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
                        /** @description What is told at once, besides in the application. */
                        channels: {
                            mail: boolean;
                            push: boolean;
                        };
                        digest: {
                            /** @description On the clock of the person. */
                            hour: number;
                            /** @enum {string} */
                            rhythm: "workdays" | "weekly" | "never";
                            /** @description 1 is Monday (ISO 8601); of the weekly digest. */
                            weekday: number;
                        };
                        nextDigestAt: string | null;
                        places: {
                            building: {
                                name: string;
                            } | null;
                            chosen: ("all" | "mentions" | "digest" | "none") | null;
                            /** @enum {string} */
                            level: "all" | "mentions" | "digest" | "none";
                            place: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                        }[];
                        quietHours: {
                            /** @description On the clock of the person. */
                            from: number;
                            /** @description On the clock of the person. */
                            until: number;
                        } | null;
                        threads: {
                            /** @enum {string} */
                            level: "all" | "mentions" | "digest" | "none";
                            place: {
                                name: string;
                            };
                            post: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                url: string;
                            };
                        }[];
                        /** @description A name of the IANA list. */
                        timeZone: string;
                    };
                };
            };
        };
    };
    changeNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channels?: {
                        mail?: boolean;
                        push?: boolean;
                    };
                    digest?: {
                        /** @description On the clock of the person. */
                        hour?: number;
                        /** @enum {string} */
                        rhythm?: "workdays" | "weekly" | "never";
                        /** @description 1 is Monday (ISO 8601); of the weekly digest. */
                        weekday?: number;
                    };
                    places?: {
                        /** @enum {string} */
                        level: "all" | "mentions" | "digest" | "none";
                        /** Format: uuid */
                        placeId: string;
                    }[];
                    quietHours?: {
                        /** @description On the clock of the person. */
                        from: number;
                        /** @description On the clock of the person. */
                        until: number;
                    } | null;
                    /** @description A name of the IANA list. */
                    timeZone?: string;
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
                        /** @description What is told at once, besides in the application. */
                        channels: {
                            mail: boolean;
                            push: boolean;
                        };
                        digest: {
                            /** @description On the clock of the person. */
                            hour: number;
                            /** @enum {string} */
                            rhythm: "workdays" | "weekly" | "never";
                            /** @description 1 is Monday (ISO 8601); of the weekly digest. */
                            weekday: number;
                        };
                        nextDigestAt: string | null;
                        places: {
                            building: {
                                name: string;
                            } | null;
                            chosen: ("all" | "mentions" | "digest" | "none") | null;
                            /** @enum {string} */
                            level: "all" | "mentions" | "digest" | "none";
                            place: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                        }[];
                        quietHours: {
                            /** @description On the clock of the person. */
                            from: number;
                            /** @description On the clock of the person. */
                            until: number;
                        } | null;
                        threads: {
                            /** @enum {string} */
                            level: "all" | "mentions" | "digest" | "none";
                            place: {
                                name: string;
                            };
                            post: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                url: string;
                            };
                        }[];
                        /** @description A name of the IANA list. */
                        timeZone: string;
                    };
                };
            };
        };
    };
    getPlaceLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                placeId: string;
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
                        chosen: ("all" | "mentions" | "digest" | "none") | null;
                        /** @enum {string} */
                        level: "all" | "mentions" | "digest" | "none";
                    };
                };
            };
        };
    };
    setPlaceLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                placeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    level: "all" | "mentions" | "digest" | "none";
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
                        chosen: ("all" | "mentions" | "digest" | "none") | null;
                        /** @enum {string} */
                        level: "all" | "mentions" | "digest" | "none";
                    };
                };
            };
        };
    };
    forgetPlaceLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                placeId: string;
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
    getThreadLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
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
                        chosen: ("all" | "mentions" | "digest" | "none") | null;
                        /** @enum {string} */
                        level: "all" | "mentions" | "digest" | "none";
                    };
                };
            };
        };
    };
    setThreadLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    level: "all" | "mentions" | "digest" | "none";
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
                        chosen: ("all" | "mentions" | "digest" | "none") | null;
                        /** @enum {string} */
                        level: "all" | "mentions" | "digest" | "none";
                    };
                };
            };
        };
    };
    forgetThreadLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                postId: string;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            kind: "not-taken" | "reply" | "mention" | "watched" | "request" | "approved" | "refused" | "invited" | "added" | "removed" | "role" | "successor" | "by-rule" | "rule-ended" | "search-hit" | "asked" | "reported" | "report-acted" | "report-dismissed" | "moderated" | "appeal-decided" | "term-ended" | "merge-proposed" | "merged" | "merge-undone";
                            post: {
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                rootId: string;
                                title: string | null;
                                url: string;
                            } | null;
                            readAt: string | null;
                            search: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            word: string | null;
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
                            /** @description It tells of what only its reader may know: its subject and text are shown to nobody else. */
                            isPersonal: boolean;
                            sentAt: string | null;
                            /** @enum {string} */
                            state: "queued" | "sent" | "failed" | "dropped";
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
                        /** @description It tells of what only its reader may know: its subject and text are shown to nobody else. */
                        isPersonal: boolean;
                        sentAt: string | null;
                        /** @enum {string} */
                        state: "queued" | "sent" | "failed" | "dropped";
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
                            suspendedUntil: string | null;
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
                    suspension?: {
                        days?: number;
                        reason: string;
                    };
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
                        suspendedUntil: string | null;
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
                            /** @description After so many a job is set aside. */
                            attempts: number;
                            delayed: number;
                            failed: number;
                            /** @enum {string} */
                            name: "live" | "notify" | "mail" | "digest" | "push" | "federate" | "index" | "housekeeping";
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
                name: "live" | "notify" | "mail" | "digest" | "push" | "federate" | "index" | "housekeeping";
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
                name: "live" | "notify" | "mail" | "digest" | "push" | "federate" | "index" | "housekeeping";
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
    listSchedules: {
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
                            everySeconds: number;
                            name: string;
                            nextAt: string | null;
                            /** @enum {string} */
                            queue: "live" | "notify" | "mail" | "digest" | "push" | "federate" | "index" | "housekeeping";
                        }[];
                        next: string | null;
                    };
                };
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
                /** @description Id, address or any name of a theme. */
                expertise?: string;
                language?: string;
                limit?: number;
                /** @description Id or name of an organisation. */
                organisation?: string;
                /** @description Id, address or any name of a theme. */
                portfolio?: string;
                /** @description Words of a name, a function, a portfolio or a region; typing errors and missing accents allowed. */
                q?: string;
                region?: string;
                sort?: "name" | "newest";
                workRole?: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
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
                            /** @description Only what this viewer may see. */
                            contact: {
                                email?: string;
                                links: string[];
                                phone?: string;
                            };
                            expertise: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            }[];
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            jobTitle: string | null;
                            /** Format: date-time */
                            joinedAt: string;
                            languages: string[];
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
                            portfolio: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            }[];
                            region: string | null;
                            url: string;
                            workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    countPeople: {
        parameters: {
            query?: {
                /** @description Id, address or any name of a theme. */
                expertise?: string;
                language?: string;
                /** @description Id or name of an organisation. */
                organisation?: string;
                /** @description Id, address or any name of a theme. */
                portfolio?: string;
                /** @description Words of a name, a function, a portfolio or a region; typing errors and missing accents allowed. */
                q?: string;
                region?: string;
                workRole?: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
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
                        languages: {
                            count: number;
                            value: string;
                        }[];
                        organisations: {
                            count: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        portfolios: {
                            count: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                        }[];
                        regions: {
                            count: number;
                            value: string;
                        }[];
                        total: number;
                        workRoles: {
                            count: number;
                            /** @enum {string} */
                            value: "raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders";
                        }[];
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
                        /** @description Only what this viewer may see. */
                        contact: {
                            email?: string;
                            links: string[];
                            phone?: string;
                        };
                        expertise: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                        }[];
                        /** @description With `@host` for somebody of another instance. */
                        handle: string;
                        /** Format: uuid */
                        id: string;
                        isResident: boolean;
                        jobTitle: string | null;
                        /** Format: date-time */
                        joinedAt: string;
                        languages: string[];
                        name: string;
                        organisation: string | null;
                        photo: {
                            /** @description The same, of 400 pixels. */
                            large: string;
                            /** @description Address of a square WebP of 96 pixels. */
                            small: string;
                        } | null;
                        portfolio: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                        }[];
                        region: string | null;
                        url: string;
                        workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                    };
                };
            };
        };
    };
    blockPerson: {
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
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unblockPerson: {
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
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    mutePerson: {
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
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    unmutePerson: {
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
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            elsewhere: {
                                host: string;
                                /** @enum {string} */
                                state: "kept" | "sent" | "taken" | "refused";
                                url: string | null;
                            } | null;
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
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
                            /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                            shareCount?: number;
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
                            withheld: ("hidden" | "waiting" | "with-root") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getVcard: {
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
            /** @description text/vcard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vcard": string;
                };
            };
        };
    };
    getPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                /** @description small.webp or large.webp */
                size: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description No content */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
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
                        elsewhere: {
                            host: string;
                            /** @enum {string} */
                            state: "kept" | "sent" | "taken" | "refused";
                            url: string | null;
                        } | null;
                        group: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
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
                        /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                        shareCount?: number;
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
                        withheld: ("hidden" | "waiting" | "with-root") | null;
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
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
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
                        elsewhere: {
                            host: string;
                            /** @enum {string} */
                            state: "kept" | "sent" | "taken" | "refused";
                            url: string | null;
                        } | null;
                        group: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
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
                        /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                        shareCount?: number;
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
                        withheld: ("hidden" | "waiting" | "with-root") | null;
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
    fetchReplies: {
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
                        fetchedAt: string | null;
                        host: string;
                        hostName: string;
                        loaded: number;
                        total: number | null;
                        url: string | null;
                    };
                };
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
    readThread: {
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
                        /** Format: uuid */
                        placeId: string;
                        /** @description Posts of the place that are left unread; 99 at most. */
                        placeUnread: number;
                        /** @description Lines of my notifications that are left unread. */
                        unread: number;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            elsewhere: {
                                host: string;
                                /** @enum {string} */
                                state: "kept" | "sent" | "taken" | "refused";
                                url: string | null;
                            } | null;
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
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
                            /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                            shareCount?: number;
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
                            withheld: ("hidden" | "waiting" | "with-root") | null;
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
                            /** @description With `@host` for somebody of another instance. */
                            handle: string;
                            /** Format: uuid */
                            id: string;
                            isResident: boolean;
                            name: string;
                            organisation: string | null;
                            photo: {
                                /** @description The same, of 400 pixels. */
                                large: string;
                                /** @description Address of a square WebP of 96 pixels. */
                                small: string;
                            } | null;
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
                        elsewhere: {
                            host: string;
                            /** @enum {string} */
                            state: "kept" | "sent" | "taken" | "refused";
                            url: string | null;
                        } | null;
                        group: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
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
                        /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                        shareCount?: number;
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
                        withheld: ("hidden" | "waiting" | "with-root") | null;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
    getThreadState: {
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
                        fetchedAt: string | null;
                        host: string;
                        hostName: string;
                        loaded: number;
                        total: number | null;
                        url: string | null;
                    };
                };
            };
        };
    };
    listSimilarQuestions: {
        parameters: {
            query: {
                /** @description The slug of the building in which it is written: questions there come first. */
                building?: string;
                /** @description What is being written, so far. */
                text: string;
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
                            answers: number;
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
                            /** Format: uuid */
                            id: string;
                            publishedAt: string | null;
                            title: string;
                            url: string;
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
    readPushKey: {
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
                        /** @description VAPID (RFC 8292), base64url: the `applicationServerKey` of a browser. */
                        publicKey: string;
                    };
                };
            };
        };
    };
    listPushDevices: {
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
                            /** @description Switched on in the session that asks. */
                            current: boolean;
                            /** @description “Firefox op Android”. */
                            device: string;
                            /** Format: uuid */
                            id: string;
                            lastUsedAt: string | null;
                            /** @description False when nothing could be delivered for a while. */
                            reached: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    addPushDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endpoint: string;
                    keys: {
                        auth: string;
                        p256dh: string;
                    };
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
                        /** @description Switched on in the session that asks. */
                        current: boolean;
                        /** @description “Firefox op Android”. */
                        device: string;
                        /** Format: uuid */
                        id: string;
                        lastUsedAt: string | null;
                        /** @description False when nothing could be delivered for a while. */
                        reached: boolean;
                    };
                };
            };
        };
    };
    removePushDevice: {
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
    testPushDevice: {
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
    getReadMarker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description square, mine, building:{slug} or group:{slug}/{groupSlug} */
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
                /** @description square, mine, building:{slug} or group:{slug}/{groupSlug} */
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
    lookUpPlace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As `@name@host`, `name@host`, or the address of a page or an actor. */
                    address: string;
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
                            join: boolean;
                        };
                        homeUrl: string | null;
                        host: string;
                        hostName: string;
                        memberCount: number;
                        myMembership: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "active" | "requested" | "invited" | "banned";
                        } | null;
                        name: string;
                        /** @description With `@host`; what the routes of buildings take. */
                        slug: string;
                        summary: string;
                        turnedUsAwayAt: string | null;
                        /** @description The page here. */
                        url: string;
                    };
                };
            };
        };
    };
    askAtAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As `@name@host`, `name@host`, or the address of a page or an actor. */
                    address: string;
                    /** @description For who answers the request. */
                    note?: string;
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
                        /**
                         * @description Also where there is no such place: that is not told.
                         * @enum {boolean}
                         */
                        asked: true;
                    };
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description With `place`, its building: of this group only. */
                group?: string;
                limit?: number;
                place?: string;
                scope?: "instance";
                state?: "open" | "closed";
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
                            appeal: {
                                decision: {
                                    /** @enum {string} */
                                    action: "hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place";
                                    /** Format: date-time */
                                    decidedAt: string;
                                    excerpt: string;
                                    reason: string;
                                };
                                note: string;
                            } | null;
                            can: {
                                act: ("hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place" | "dismiss" | "uphold" | "overturn")[];
                                readContent: boolean;
                            };
                            closedAt: string | null;
                            earlier: {
                                /** @enum {string} */
                                action: "hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place";
                                /** Format: date-time */
                                decidedAt: string;
                                overturned: boolean;
                                reason: string;
                                until: string | null;
                            }[];
                            escalatedAt: string | null;
                            escalatedWhy: ("late" | "own-moderator") | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "report" | "waiting" | "appeal";
                            /** Format: date-time */
                            openedAt: string;
                            place: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            reportCount: number;
                            reports: {
                                /** Format: date-time */
                                createdAt: string;
                                /** @description How often this person reported something here before. */
                                earlier: number;
                                /** @description After how many of those something was done. */
                                earlierRight: number;
                                guest: string | null;
                                /** Format: uuid */
                                id: string;
                                note: string;
                                /** @enum {string} */
                                reason: "spam" | "abuse" | "privacy" | "misleading" | "copyright" | "other";
                                reporter: {
                                    /** @description With `@host` for somebody of another instance. */
                                    handle: string;
                                    /** Format: uuid */
                                    id: string;
                                    isResident: boolean;
                                    name: string;
                                    organisation: string | null;
                                    photo: {
                                        /** @description The same, of 400 pixels. */
                                        large: string;
                                        /** @description Address of a square WebP of 96 pixels. */
                                        small: string;
                                    } | null;
                                    url: string;
                                } | null;
                            }[];
                            /** @enum {string} */
                            state: "open" | "closed";
                            subject: {
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
                                /** @enum {string} */
                                kind: "post" | "person" | "place";
                                person: {
                                    /** @description With `@host` for somebody of another instance. */
                                    handle: string;
                                    /** Format: uuid */
                                    id: string;
                                    isResident: boolean;
                                    name: string;
                                    organisation: string | null;
                                    photo: {
                                        /** @description The same, of 400 pixels. */
                                        large: string;
                                        /** @description Address of a square WebP of 96 pixels. */
                                        small: string;
                                    } | null;
                                    url: string;
                                } | null;
                                post: {
                                    excerpt: string;
                                    /** Format: uuid */
                                    id: string;
                                    /** Format: date-time */
                                    publishedAt: string;
                                    title: string | null;
                                    url: string;
                                    withheld: ("hidden" | "waiting" | "with-root") | null;
                                } | null;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description Of a guest, to hear what came of it. Without one nobody can tell them.
                     */
                    email?: string;
                    name?: string;
                    note?: string;
                    /** Format: uuid */
                    personId?: string;
                    /**
                     * Format: uuid
                     * @description The place that is reported; with `personId` the place where it happened.
                     */
                    placeId?: string;
                    /** Format: uuid */
                    postId?: string;
                    /** @enum {string} */
                    reason: "spam" | "abuse" | "privacy" | "misleading" | "copyright" | "other";
                    /** @description Of what came from another instance: report it there too, in the name of this instance and without yours. For who is signed in. */
                    tellHome?: boolean;
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
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
        };
    };
    getCase: {
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
                        appeal: {
                            decision: {
                                /** @enum {string} */
                                action: "hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place";
                                /** Format: date-time */
                                decidedAt: string;
                                excerpt: string;
                                reason: string;
                            };
                            note: string;
                        } | null;
                        can: {
                            act: ("hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place" | "dismiss" | "uphold" | "overturn")[];
                            readContent: boolean;
                        };
                        closedAt: string | null;
                        earlier: {
                            /** @enum {string} */
                            action: "hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place";
                            /** Format: date-time */
                            decidedAt: string;
                            overturned: boolean;
                            reason: string;
                            until: string | null;
                        }[];
                        escalatedAt: string | null;
                        escalatedWhy: ("late" | "own-moderator") | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "report" | "waiting" | "appeal";
                        /** Format: date-time */
                        openedAt: string;
                        place: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
                        reportCount: number;
                        reports: {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description How often this person reported something here before. */
                            earlier: number;
                            /** @description After how many of those something was done. */
                            earlierRight: number;
                            guest: string | null;
                            /** Format: uuid */
                            id: string;
                            note: string;
                            /** @enum {string} */
                            reason: "spam" | "abuse" | "privacy" | "misleading" | "copyright" | "other";
                            reporter: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                        }[];
                        /** @enum {string} */
                        state: "open" | "closed";
                        subject: {
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
                            /** @enum {string} */
                            kind: "post" | "person" | "place";
                            person: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            post: {
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                publishedAt: string;
                                title: string | null;
                                url: string;
                                withheld: ("hidden" | "waiting" | "with-root") | null;
                            } | null;
                        };
                    };
                };
            };
        };
    };
    decide: {
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
                    action: "hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place" | "dismiss" | "uphold" | "overturn";
                    /** @description How long a suspension or a ban lasts. */
                    days?: number;
                    reason?: string;
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
                        appeal: {
                            decision: {
                                /** @enum {string} */
                                action: "hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place";
                                /** Format: date-time */
                                decidedAt: string;
                                excerpt: string;
                                reason: string;
                            };
                            note: string;
                        } | null;
                        can: {
                            act: ("hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place" | "dismiss" | "uphold" | "overturn")[];
                            readContent: boolean;
                        };
                        closedAt: string | null;
                        earlier: {
                            /** @enum {string} */
                            action: "hide" | "restore" | "warn" | "remove" | "suspend" | "ban" | "suspend-account" | "approve" | "refuse" | "close-place";
                            /** Format: date-time */
                            decidedAt: string;
                            overturned: boolean;
                            reason: string;
                            until: string | null;
                        }[];
                        escalatedAt: string | null;
                        escalatedWhy: ("late" | "own-moderator") | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "report" | "waiting" | "appeal";
                        /** Format: date-time */
                        openedAt: string;
                        place: {
                            /** @enum {string} */
                            access: "open" | "closed" | "hidden";
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            /** @description The page, without scheme and host. */
                            url: string;
                        } | null;
                        reportCount: number;
                        reports: {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description How often this person reported something here before. */
                            earlier: number;
                            /** @description After how many of those something was done. */
                            earlierRight: number;
                            guest: string | null;
                            /** Format: uuid */
                            id: string;
                            note: string;
                            /** @enum {string} */
                            reason: "spam" | "abuse" | "privacy" | "misleading" | "copyright" | "other";
                            reporter: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                        }[];
                        /** @enum {string} */
                        state: "open" | "closed";
                        subject: {
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
                            /** @enum {string} */
                            kind: "post" | "person" | "place";
                            person: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            post: {
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                publishedAt: string;
                                title: string | null;
                                url: string;
                                withheld: ("hidden" | "waiting" | "with-root") | null;
                            } | null;
                        };
                    };
                };
            };
        };
    };
    readEscalated: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        html: string;
                        text: string;
                        title: string | null;
                    };
                };
            };
        };
    };
    listSavedSearches: {
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
                            author?: string;
                            building?: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind?: "message" | "article" | "question";
                            name: string;
                            notify: boolean;
                            q: string;
                            /** @enum {string} */
                            type?: "post" | "person" | "building" | "group" | "tag";
                            /** @description The page that asks it again. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    saveSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The handle of a person. */
                    author?: string;
                    /** @description The slug of a building. */
                    building?: string;
                    /** @enum {string} */
                    kind?: "message" | "article" | "question";
                    name?: string;
                    /** @description Tell of what is new; yes unless said otherwise. */
                    notify?: boolean;
                    q: string;
                    /** @enum {string} */
                    type?: "post" | "person" | "building" | "group" | "tag";
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
                        author?: string;
                        building?: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind?: "message" | "article" | "question";
                        name: string;
                        notify: boolean;
                        q: string;
                        /** @enum {string} */
                        type?: "post" | "person" | "building" | "group" | "tag";
                        /** @description The page that asks it again. */
                        url: string;
                    };
                };
            };
        };
    };
    deleteSavedSearch: {
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
    changeSavedSearch: {
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
                    name?: string;
                    notify?: boolean;
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
                        author?: string;
                        building?: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind?: "message" | "article" | "question";
                        name: string;
                        notify: boolean;
                        q: string;
                        /** @enum {string} */
                        type?: "post" | "person" | "building" | "group" | "tag";
                        /** @description The page that asks it again. */
                        url: string;
                    };
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description From this day on. */
                after?: string;
                /** @description The handle of a person. */
                author?: string;
                /** @description Up to and including this day. */
                before?: string;
                /** @description The slug of a building. */
                building?: string;
                /** @description The `next` of the page before. */
                cursor?: string;
                kind?: "message" | "article" | "question";
                limit?: number;
                /** @description Words; "in quotes" as a phrase. */
                q?: string;
                type?: "post" | "person" | "building" | "group" | "tag";
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
                        didYouMean: string | null;
                        facets: {
                            count: number;
                            /** @description There are more than this. */
                            more: boolean;
                            /** @enum {string} */
                            type: "post" | "person" | "building" | "group" | "tag";
                        }[];
                        items: {
                            author: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
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
                            count: number | null;
                            /** Format: uuid */
                            id: string;
                            isReply: boolean;
                            kind: ("message" | "article" | "question") | null;
                            person: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            publishedAt: string | null;
                            snippet: {
                                /** @description This is what was looked for. */
                                hit: boolean;
                                text: string;
                            }[];
                            title: {
                                /** @description This is what was looked for. */
                                hit: boolean;
                                text: string;
                            }[];
                            /** @enum {string} */
                            type: "post" | "person" | "building" | "group" | "tag";
                            /** @description The page, without scheme and host; of a reply its place in the thread. */
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    suggestSearch: {
        parameters: {
            query?: {
                /** @description Words; "in quotes" as a phrase. */
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
                            note: string | null;
                            text: {
                                /** @description This is what was looked for. */
                                hit: boolean;
                                text: string;
                            }[];
                            /** @enum {string} */
                            type: "post" | "person" | "building" | "group" | "tag";
                            url: string;
                        }[];
                        next: string | null;
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
                                groups: {
                                    /** @enum {string} */
                                    access: "open" | "closed" | "hidden";
                                    guestCount: number | null;
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
                                guestCount: number | null;
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
                            mailPaused: {
                                /** @enum {string} */
                                reason: "bounced" | "complained";
                                /** Format: date-time */
                                since: string;
                            } | null;
                            name: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** @description Requests to join that wait for this person to decide on. */
                            pendingRequests: number;
                            photo: string | null;
                            /** @enum {string} */
                            role: "member" | "administrator";
                            unreadNotifications: number;
                            /** @description The first questions were answered or passed over. */
                            welcomed: boolean;
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
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
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
                            elsewhere: {
                                host: string;
                                /** @enum {string} */
                                state: "kept" | "sent" | "taken" | "refused";
                                url: string | null;
                            } | null;
                            group: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
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
                            /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                            shareCount?: number;
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
                            withheld: ("hidden" | "waiting" | "with-root") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listThemes: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The beginning of a name or synonym, or something like it. */
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            slug: string;
                            synonyms: string[];
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    addTheme: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Who has it in their portfolio, as far as this viewer may see. */
                        peopleCount: number;
                        slug: string;
                        synonyms: string[];
                        url: string;
                    };
                };
            };
        };
    };
    listThemesInUse: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description The beginning of a name or synonym, or something like it. */
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
                            /** @description Who knows about it, as far as this viewer may see. */
                            expertiseCount: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @description Who has it in their portfolio, as far as this viewer may see. */
                            portfolioCount: number;
                            slug: string;
                            synonyms: string[];
                            url: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getTheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or address. */
                theme: string;
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Who has it in their portfolio, as far as this viewer may see. */
                        peopleCount: number;
                        slug: string;
                        synonyms: string[];
                        url: string;
                    };
                };
            };
        };
    };
    deleteTheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or address. */
                theme: string;
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
    changeTheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or address. */
                theme: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    synonyms?: string[];
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Who has it in their portfolio, as far as this viewer may see. */
                        peopleCount: number;
                        slug: string;
                        synonyms: string[];
                        url: string;
                    };
                };
            };
        };
    };
    listQuestionsAboutTheme: {
        parameters: {
            query?: {
                answered?: boolean;
                /** @description The `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                theme: string;
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
                            askedAt: string;
                            /**
                             * Format: uuid
                             * @description That of the post.
                             */
                            id: string;
                            organisation: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            post: {
                                /** @enum {string} */
                                audience: "public" | "staff" | "members";
                                author: {
                                    /** @description With `@host` for somebody of another instance. */
                                    handle: string;
                                    /** Format: uuid */
                                    id: string;
                                    isResident: boolean;
                                    name: string;
                                    organisation: string | null;
                                    photo: {
                                        /** @description The same, of 400 pixels. */
                                        large: string;
                                        /** @description Address of a square WebP of 96 pixels. */
                                        small: string;
                                    } | null;
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
                                elsewhere: {
                                    host: string;
                                    /** @enum {string} */
                                    state: "kept" | "sent" | "taken" | "refused";
                                    url: string | null;
                                } | null;
                                group: {
                                    /** @enum {string} */
                                    access: "open" | "closed" | "hidden";
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    slug: string;
                                    /** @description The page, without scheme and host. */
                                    url: string;
                                } | null;
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
                                /** @description How often people elsewhere passed it on to those who follow them; left out where nobody did. */
                                shareCount?: number;
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
                                withheld: ("hidden" | "waiting" | "with-root") | null;
                            };
                            /** @description How many people it was for when it was asked. */
                            reach: number;
                            region: string | null;
                            theme: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                            };
                            workRole: ("raadslid" | "wethouder" | "burgemeester" | "griffier" | "ambtenaar" | "bestuurder" | "inwoner" | "anders") | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    mergeThemes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or address. */
                theme: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description The theme that stays.
                     */
                    into: string;
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
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** @description Who has it in their portfolio, as far as this viewer may see. */
                        peopleCount: number;
                        slug: string;
                        synonyms: string[];
                        url: string;
                    };
                };
            };
        };
    };
    listLikelyDuplicateThemes: {
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
                            first: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @description Who has it in their portfolio, as far as this viewer may see. */
                                peopleCount: number;
                                slug: string;
                                synonyms: string[];
                                url: string;
                            };
                            likeness: number;
                            second: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @description Who has it in their portfolio, as far as this viewer may see. */
                                peopleCount: number;
                                slug: string;
                                synonyms: string[];
                                url: string;
                            };
                        }[];
                        next: null;
                    };
                };
            };
        };
    };
    getToday: {
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
                        ahead: {
                            /** @description Of any place. */
                            isMember: boolean;
                            nextDigestAt: string | null;
                            /** @description IANA zone by which the digest comes. */
                            timeZone: string;
                            toVisit: {
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
                        };
                        asks: {
                            actor: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            /** Format: date-time */
                            at: string;
                            count: number;
                            from: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            /** @description The same for as long as it is the same thing that waits. */
                            id: string;
                            /** @description Told of and not read yet. */
                            isNew: boolean;
                            /** @enum {string} */
                            kind: "requests" | "question" | "reports" | "invitation" | "merge";
                            /** @description To mark as read, with what is bundled behind them. */
                            notificationIds: string[];
                            place: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            post: {
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                title: string | null;
                            } | null;
                            theme: string | null;
                            /** @description Where it is answered. */
                            url: string;
                        }[];
                        forMe: {
                            actor: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            /** @description How many people are behind it; `actor` is the latest. */
                            actorCount: number;
                            /** @description New answers in the thread, beside what the line tells. */
                            answers: number;
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
                            kind: "not-taken" | "reply" | "mention" | "watched" | "request" | "approved" | "refused" | "invited" | "added" | "removed" | "role" | "successor" | "by-rule" | "rule-ended" | "search-hit" | "asked" | "reported" | "report-acted" | "report-dismissed" | "moderated" | "appeal-decided" | "term-ended" | "merge-proposed" | "merged" | "merge-undone";
                            /** @description To mark as read, with what is bundled behind them. */
                            notificationIds: string[];
                            post: {
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                rootId: string;
                                title: string | null;
                                url: string;
                            } | null;
                            readAt: string | null;
                            search: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            word: string | null;
                        }[];
                        /** @description There are more unread notifications than these; GET /notifications has them all. */
                        more: boolean;
                        places: {
                            inside: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            /** Format: uuid */
                            newestPostId: string;
                            place: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            };
                            /** @description The newest, at most three. Without what stands higher up; that counts, though. */
                            posts: {
                                author: {
                                    /** @description With `@host` for somebody of another instance. */
                                    handle: string;
                                    /** Format: uuid */
                                    id: string;
                                    isResident: boolean;
                                    name: string;
                                    organisation: string | null;
                                    photo: {
                                        /** @description The same, of 400 pixels. */
                                        large: string;
                                        /** @description Address of a square WebP of 96 pixels. */
                                        small: string;
                                    } | null;
                                    url: string;
                                } | null;
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "message" | "article" | "question";
                                place: {
                                    /** @enum {string} */
                                    access: "open" | "closed" | "hidden";
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    slug: string;
                                    /** @description The page, without scheme and host. */
                                    url: string;
                                };
                                /** Format: date-time */
                                publishedAt: string;
                                replyCount: number;
                                title: string | null;
                                url: string;
                            }[];
                            /** @description As beside the place elsewhere; 99 at most. */
                            unread: number;
                        }[];
                        square: {
                            /** Format: date-time */
                            at: string;
                            building: {
                                /** @enum {string} */
                                access: "open" | "closed" | "hidden";
                                /** Format: uuid */
                                id: string;
                                name: string;
                                slug: string;
                                summary: string;
                                /** @description The page, without scheme and host. */
                                url: string;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            post: {
                                author: {
                                    /** @description With `@host` for somebody of another instance. */
                                    handle: string;
                                    /** Format: uuid */
                                    id: string;
                                    isResident: boolean;
                                    name: string;
                                    organisation: string | null;
                                    photo: {
                                        /** @description The same, of 400 pixels. */
                                        large: string;
                                        /** @description Address of a square WebP of 96 pixels. */
                                        small: string;
                                    } | null;
                                    url: string;
                                } | null;
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "message" | "article" | "question";
                                place: {
                                    /** @enum {string} */
                                    access: "open" | "closed" | "hidden";
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    slug: string;
                                    /** @description The page, without scheme and host. */
                                    url: string;
                                };
                                /** Format: date-time */
                                publishedAt: string;
                                replyCount: number;
                                title: string | null;
                                url: string;
                            } | null;
                        }[];
                        threads: {
                            actor: {
                                /** @description With `@host` for somebody of another instance. */
                                handle: string;
                                /** Format: uuid */
                                id: string;
                                isResident: boolean;
                                name: string;
                                organisation: string | null;
                                photo: {
                                    /** @description The same, of 400 pixels. */
                                    large: string;
                                    /** @description Address of a square WebP of 96 pixels. */
                                    small: string;
                                } | null;
                                url: string;
                            } | null;
                            /** @description How many people are behind it; `actor` is the latest. */
                            actorCount: number;
                            /** @description New answers in the thread, beside what the line tells. */
                            answers: number;
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
                            kind: "not-taken" | "reply" | "mention" | "watched" | "request" | "approved" | "refused" | "invited" | "added" | "removed" | "role" | "successor" | "by-rule" | "rule-ended" | "search-hit" | "asked" | "reported" | "report-acted" | "report-dismissed" | "moderated" | "appeal-decided" | "term-ended" | "merge-proposed" | "merged" | "merge-undone";
                            /** @description To mark as read, with what is bundled behind them. */
                            notificationIds: string[];
                            post: {
                                excerpt: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                rootId: string;
                                title: string | null;
                                url: string;
                            } | null;
                            readAt: string | null;
                            search: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            word: string | null;
                        }[];
                        unreadNotifications: number;
                        /** Format: date-time */
                        upTo: string;
                    };
                };
            };
        };
    };
    readToday: {
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
                    only?: "notifications" | "places" | "square";
                    /**
                     * Format: uuid
                     * @description Only this place.
                     */
                    placeId?: string;
                    /**
                     * Format: date-time
                     * @description The `upTo` of what was shown: what came later stays unread.
                     */
                    upTo: string;
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
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        undoUntil: string;
                        unreadNotifications: number;
                    };
                };
            };
        };
    };
    undoReadToday: {
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
    unsubscribe: {
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
                        before: string | null;
                        /** @description False when it was ended before, or there is nobody or nothing left. */
                        changed: boolean;
                        name: string | null;
                        /** @enum {string} */
                        what: "digest" | "at-once" | "thread" | "place";
                    };
                };
            };
        };
    };
    lookUpUnsubscription: {
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
                        name: string | null;
                        /** @enum {string} */
                        what: "digest" | "at-once" | "thread" | "place";
                    };
                };
            };
        };
    };
    undoUnsubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As ending it answered; works for an hour. */
                    before: string;
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
