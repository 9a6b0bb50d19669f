// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Trx, withSystem } from '../../platform/db/database.ts';
import type { Member } from '../../platform/db/viewer.ts';
import { AT_ONCE } from './carry-out-merge.ts';
import { allMovers } from './merge-movers.ts';
import { sidesOf } from './merge-row.ts';
import type { TwoPlaces } from './propose-merge.ts';

export interface MergePreview {
  /** What is written inside is counted for who administers the source; null for others. */
  posts: number | null;
  /** It will take a while, in the background. */
  long: boolean | null;
  /** Posts that everybody could read and that only members can read afterwards. */
  narrowed: 'nothing' | 'public becomes members';
  /** Members of the target who will read what was written for the members of the source, and the other way round. Null where the viewer may not know who is in both. */
  newReadersOfSource: number | null;
  newReadersOfTarget: number | null;
  sourceMembers: number;
  targetMembers: number;
  /** Everybody can join the target, and then read what was written for the members of the source. */
  targetOpen: boolean;
  /** Members of one who are banned from the other, and lose what they have. */
  banned: number | null;
  requests: number;
  groups: number;
  /** By which people become members, and that hold for the target afterwards. */
  rules: number;
  /** Of these sides the viewer cannot speak. */
  asksSource: boolean;
  asksTarget: boolean;
}

/** What would move and who would read more, before it is done. */
export async function previewMerge(trx: Trx, viewer: Member, { source, target }: TwoPlaces): Promise<MergePreview> {
  const mayCompare = source.can.edit && target.can.edit ? true : await seesMembersOf(trx, viewer, [source, target]);
  // As the system: counts of others' rows are no admin's to read, their number is.
  return withSystem(trx, async () => {
    const sides = await sidesOf(trx, viewer, [source.id, target.id]);
    const posts = source.can.edit ? await countPosts(trx, source) : null;
    const { rows } = await sql<{ both: number; banned: number; requests: number; groups: number; rules: number }>`
      select
        (select count(*) from membership s join membership t on t.member_id = s.member_id where s.place_id = ${source.id}::uuid and t.place_id = ${target.id}::uuid and s.state = 'active' and t.state = 'active') as both,
        (select count(*) from membership s join membership t on t.member_id = s.member_id where s.place_id = ${source.id}::uuid and t.place_id = ${target.id}::uuid
          and ((s.state = 'active' and s.role <> 'admin' and t.state = 'banned') or (s.state = 'banned' and t.state = 'active' and t.role <> 'admin'))) as banned,
        (select count(*) from membership s where s.place_id = ${source.id}::uuid and s.state = 'requested') as requests,
        (select count(*) from place g where g.parent_id = ${source.id}::uuid and g.deleted_at is null) as groups,
        (select count(*) from membership_rule r where r.place_id = ${source.id}::uuid) as rules`.execute(trx);
    const [{ both, banned, requests, groups, rules } = { both: 0, banned: 0, requests: 0, groups: 0, rules: 0 }] = rows;
    return {
      posts,
      long: posts === null ? null : posts > AT_ONCE,
      narrowed: source.access === 'open' && target.access !== 'open' ? 'public becomes members' : 'nothing',
      newReadersOfSource: mayCompare ? target.memberCount - both : null,
      newReadersOfTarget: mayCompare ? source.memberCount - both : null,
      sourceMembers: source.memberCount,
      targetMembers: target.memberCount,
      targetOpen: target.access === 'open',
      banned: mayCompare ? banned : null,
      requests: source.can.edit ? requests : 0,
      // How many there are that are hidden is for its admins.
      groups: source.can.edit ? groups : 0,
      rules: source.can.edit ? rules : 0,
      asksSource: sides.get(source.id)?.speaks !== true,
      asksTarget: sides.get(target.id)?.speaks !== true,
    };
  });
}

async function countPosts(trx: Trx, { id, building }: TwoPlaces['source']): Promise<number> {
  let posts = 0;
  for (const mover of allMovers()) posts += await mover.count(trx, id, building === null ? 'building' : 'group');
  return posts;
}

async function seesMembersOf(trx: Trx, viewer: Member, places: readonly TwoPlaces['source'][]): Promise<boolean> {
  const rows = await trx.selectFrom('membership').select('place_id').distinct().where('place_id', 'in', places.map((place) => place.id)).where('state', '=', 'active').where('audience_id', 'in', [...viewer.audiences]).execute();
  return rows.length === places.length;
}
