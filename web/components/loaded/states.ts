// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { isStatus, OfflineError } from '../../api/problem.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { explain, isFailedImport } from '../field/form-state.ts'
import { icon } from '../icon/icon.ts'

/** Grey lines; they show after 150 ms only (feedback.css). */
export const skeleton = (blocks = 3): TemplateResult =>
  html`<div class="skeleton"><span class="visually-hidden" role="status">${t('state.loading')}</span>${Array.from({ length: blocks }, () => html`<i></i><i></i><i></i>`)}</div>`

/** A place with nothing in it yet: one sentence, one button, one example. */
export const empty = (sentence: string, action?: { label: string; href?: string; onClick?: () => void }, example?: string): TemplateResult =>
  html`<div class="empty">
    <p>${sentence}</p>
    ${example ? html`<p class="empty__example">${example}</p>` : nothing}
    ${action
      ? action.href
        ? html`<a class="button" href=${action.href}>${action.label}</a>`
        : html`<button type="button" class="button" @click=${action.onClick}>${action.label}</button>`
      : nothing}
  </div>`

const isOffline = (error: unknown): boolean => error instanceof OfflineError || (isFailedImport(error) && !navigator.onLine)

/** A part of a page that could not be fetched. */
export const failure = (error: unknown, retry?: () => void): TemplateResult =>
  html`<div class="notice notice--error" role="alert">
    ${icon('alert-triangle')}
    <div class="stack stack--tight">
      <p>${explain(error)}</p>
      ${retry || (isOffline(error) && me.value)
        ? html`<p class="row">
            ${retry ? html`<button type="button" class="button button--small" @click=${retry}>${t('action.retry')}</button>` : nothing}
            ${isOffline(error) && me.value ? html`<a class="button button--small" href="/drafts">${t('offline.write')}</a>` : nothing}
          </p>`
        : nothing}
    </div>
  </div>`

const messagePage = (title: string, text: string, actions: unknown): TemplateResult =>
  html`<div class="page page--reading page--message stack">
    <h1 tabindex="-1">${title}</h1>
    <p class="lead">${text}</p>
    <div class="row">${actions}</div>
  </div>`

const signInLink = (): TemplateResult => html`<a class="button button--primary" href="/sign-in?next=${encodeURIComponent(location.pathname + location.search)}">${t('nav.signIn')}</a>`

export const notFoundPage = (): TemplateResult =>
  messagePage(t('error.notFound.title'), t('error.notFound.text'), html`<a class="button" href="/">${t('error.notFound.home')}</a> ${me.value ? nothing : signInLink()}`)

export const signInPage = (): TemplateResult =>
  messagePage(t('error.signIn.title'), t('error.signIn.text'), html`${signInLink()} <a class="button" href="/sign-up">${t('nav.signUp')}</a>`)

export const forbiddenPage = (): TemplateResult => messagePage(t('error.forbidden.title'), t('error.forbidden.text'), html`<a class="button" href="/">${t('error.notFound.home')}</a>`)

/** Without a line: what can still be done. */
const offlinePage = (retry?: () => void): TemplateResult =>
  html`<div class="page page--reading page--message page--offline stack">
    <h1 tabindex="-1">${t('offline.title')}</h1>
    <p class="lead">${t(me.value ? 'offline.text' : 'offline.guest')}</p>
    <div class="row">
      ${me.value ? html`<a class="button button--primary" href="/drafts">${icon('pencil')}${t('offline.write')}</a>` : nothing}
      ${retry ? html`<button type="button" class="button" @click=${retry}>${t('action.retry')}</button>` : nothing}
    </div>
  </div>`

/** The whole page could not be fetched. */
export function pageFailure(error: unknown, retry?: () => void): TemplateResult {
  if (isOffline(error)) return offlinePage(retry)
  if (isStatus(error, 404)) return notFoundPage()
  if (isStatus(error, 401)) return signInPage()
  if (isStatus(error, 403)) return forbiddenPage()
  return messagePage(t('error.title'), explain(error), retry ? html`<button type="button" class="button button--primary" @click=${retry}>${t('action.retry')}</button>` : nothing)
}
