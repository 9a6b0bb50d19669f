// SPDX-License-Identifier: EUPL-1.2

export type PageEvent = CustomEvent<{ title: string | null }>

/** Tells the shell that the page stands: it sets the title, moves focus and scrolls. A page calls this once its h1 is drawn. */
export function showPage(page: HTMLElement, title: string | null): void {
  page.dispatchEvent(new CustomEvent('plein-page', { bubbles: true, detail: { title } }) satisfies PageEvent)
}
