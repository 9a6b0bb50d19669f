// SPDX-License-Identifier: EUPL-1.2
import { placePath } from '../../api/place-address.ts'
import { get, patch, post, remove } from '../../api/request.ts'
import type { Invitation, List, Membership, MembershipFacets, MembershipRule, MembershipState, PeopleFacets, Role, WorkRole } from '../../api/types.ts'

const at = placePath

export const memberships = (slug: string, query: { state: MembershipState } & Record<string, string | boolean | null>, cursor: string | null): Promise<List<Membership>> =>
  get(`${at(slug)}/memberships`, { ...query, cursor, limit: 40 })
export const membershipFacets = (slug: string, signal?: AbortSignal): Promise<MembershipFacets> => get(`${at(slug)}/membership-facets`, {}, signal)
export const changeMembership = (slug: string, id: string, change: { role?: Role; state?: 'active'; successor?: string }): Promise<Membership> =>
  patch(`${at(slug)}/memberships/${id}`, change)
/** Out, with a reason that they read and may appeal against; without days until somebody lifts it. */
export const putOut = (slug: string, id: string, decision: { reason: string; days?: number }): Promise<void> => post(`${at(slug)}/memberships/${id}/bans`, decision)

export const invitations = (slug: string, signal?: AbortSignal): Promise<List<Invitation>> => get(`${at(slug)}/invitations`, { limit: 100 }, signal)
export const inviteByMail = (slug: string, body: { emails: string[]; role: Role }): Promise<{ items: { email: string }[] }> => post(`${at(slug)}/invitations`, body)
export const inviteByLink = (slug: string, body: { maxUses?: number; expiresAt?: string; source?: string }): Promise<{ id: string; url: string }> => post(`${at(slug)}/invitations`, { link: true, ...body })
export const membershipRules = async (slug: string, signal?: AbortSignal): Promise<MembershipRule[]> => (await get<List<MembershipRule>>(`${at(slug)}/membership-rules`, { limit: 100 }, signal)).items
export const addMembershipRule = (slug: string, rule: { organisationId?: string; workRole?: WorkRole; themeId?: string }): Promise<{ id: string }> => post(`${at(slug)}/membership-rules`, rule)
export const reachOfRule = async (slug: string, rule: { organisationId?: string; workRole?: WorkRole; themeId?: string }): Promise<number> => (await get<{ people: number }>(`${at(slug)}/membership-rules/reach`, rule)).people
export const removeMembershipRule = (slug: string, id: string): Promise<void> => remove(`${at(slug)}/membership-rules/${id}`)
export const organisationsOfPeople = async (signal?: AbortSignal): Promise<PeopleFacets['organisations']> => (await get<PeopleFacets>('/people-facets', {}, signal)).organisations

export const withdrawInvitation = (slug: string, id: string): Promise<void> => remove(`${at(slug)}/invitations/${id}`)
