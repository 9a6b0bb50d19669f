// SPDX-License-Identifier: EUPL-1.2
import { addressIn } from '../../api/place-address.ts'
import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { InvitationLink } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { invitationLink } from './data.ts'
import { qrPng, qrSvg, save } from './qr-code.ts'

/** "/buildings/{slug}/poster/{id}": a link as a sheet to hang up, with its QR code. */
@customElement('plein-poster-page')
export class PleinPosterPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  private readonly link = new Loaded<InvitationLink>(this, (signal) => invitationLink(addressIn(this.params), this.params['id'] ?? '', signal), { title: ({ building }) => `${t('poster.title')} · ${building.name}` })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private fileName({ building, source }: InvitationLink): string {
    return `${building.slug}${source ? `-${source.toLowerCase().replace(/[^a-z0-9]/g, '-')}` : ''}`
  }

  private readonly copy = async ({ url }: InvitationLink): Promise<void> => {
    await navigator.clipboard?.writeText(url).then(() => toast(t('state.copied')), () => undefined)
  }

  private readonly savePng = async (link: InvitationLink): Promise<void> => {
    try {
      save(await qrPng(link.url), `${this.fileName(link)}.png`)
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  override render(): unknown {
    return this.link.render((link) => {
      const { building, source, url, expiresAt } = link
      const svg = qrSvg(url)
      return html`<div class="page page--reading stack">
        <div class="poster-tools stack">
          <h1 tabindex="-1">${t('poster.title')}</h1>
          <p>${source ? t('poster.for', { source }) : nothing} ${t('poster.until', { date: formatDate(expiresAt) })}</p>
          <p class="row">
            <button type="button" class="button button--primary" @click=${() => window.print()}>${icon('printer')}${t('poster.print')}</button>
            <button type="button" class="button" @click=${() => save(new Blob([svg], { type: 'image/svg+xml' }), `${this.fileName(link)}.svg`)}>${icon('download')}SVG</button>
            <button type="button" class="button" @click=${() => this.savePng(link)}>${icon('download')}PNG</button>
            <button type="button" class="button" @click=${() => this.copy(link)}>${icon('copy')}${t('poster.copy')}</button>
            <a class="button" href="/buildings/${building.slug}/members?tab=invitations">${icon('arrow-left')}${t('poster.back')}</a>
          </p>
        </div>
        <section class="poster" aria-label=${t('poster.sheet')}>
          <div class="poster__gable">${gableMark(building.slug, building.access)}</div>
          <h2>${building.name}</h2>
          <p>${t('poster.do')}</p>
          <div class="poster__code" role="img" aria-label=${t('poster.code', { url })}>${unsafeHTML(svg)}</div>
          <p class="poster__url breaks">${url}</p>
        </section>
      </div>`
    })
  }
}
