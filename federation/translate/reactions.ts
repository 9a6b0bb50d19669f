// SPDX-License-Identifier: EUPL-1.2
import type { ReactionName } from '../../server/posts/public.ts';
import { type Json, textOf } from './read-json.ts';

/** Ours as a Like with an emoji, which Misskey shows as such and Mastodon counts as a favourite; one without is a like to everybody. */
const emojiOf: Record<ReactionName, string | null> = { like: null, thanks: '🙏', agree: '✅', idea: '💡' };

const meant: Record<string, ReactionName> = {
  '🙏': 'thanks', '💐': 'thanks', '🤗': 'thanks',
  '✅': 'agree', '☑': 'agree', '✔': 'agree', '💯': 'agree', '🤝': 'agree', '👌': 'agree', '👍': 'agree',
  '💡': 'idea', '🧠': 'idea',
};

export function contentOfReaction(name: ReactionName): { content?: string } {
  const content = emojiOf[name];
  return content === null ? {} : { content };
}

/** What a Like or EmojiReact says, in our four words; what none of them is, is a like. */
export function reactionIn(json: Json): ReactionName {
  const content = textOf(json['content']) ?? textOf(json['_misskey_reaction']) ?? '';
  // Without the colour of a skin, and the sign that asks for a picture.
  const bare = content.trim().replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, '');
  return meant[bare] ?? 'like';
}
