// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DigestRhythm, HearingSettings } from '../../api/types.ts'
import { selectField } from '../../components/field/field.ts'
import { explain } from '../../components/field/form-state.ts'
import { mailPause, pauseSeen } from '../../components/frame/mail-pause.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { hourName, momentIn, weekdayName } from '../../i18n/clock.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { changeHearing, type HearingChange, hearingSettings } from './data-hearing.ts'
import { PleinHeardPlaces } from './heard-places.ts'
import { PleinHeardThreads } from './heard-threads.ts'
import { PleinPushSettings } from './push-settings.ts'
import { settingsFrame } from './settings-frame.ts'

const rhythms: DigestRhythm[] = ['workdays', 'weekly', 'never']
const hours = Array.from({ length: 24 }, (_, hour) => hour)
const weekdays = [1, 2, 3, 4, 5, 6, 7]
const usualQuiet = { from: 22, until: 7 }
/** Who walks through a list by keyboard passes choices they do not mean. */
const PAUSE_MS = 500

/** "/settings/notifications": when and how I hear, and of what. Each change is kept at once and can be taken back. */
@customElement('plein-hearing-page')
export class PleinHearingPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  static readonly needs = [PleinHeardPlaces, PleinHeardThreads, PleinPushSettings]
  private readonly loaded = new Loaded<HearingSettings>(this, async (signal) => (this.values = await hearingSettings(signal)), { title: () => t('hearing.title') })
  @state() private values: HearingSettings | null = null
  private waiting: HearingChange = {}
  private kept: HearingSettings | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    new Watch(this, me, pauseSeen)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.timer !== undefined) void this.send()
  }

  /** Shown at once, sent when the choosing has come to rest. */
  private change(change: HearingChange): void {
    const { values } = this
    if (!values) return
    this.kept ??= values
    this.values = merged(values, change)
    this.waiting = { ...this.waiting, ...change, ...(change.digest ? { digest: { ...this.waiting.digest, ...change.digest } } : {}), ...(change.channels ? { channels: { ...this.waiting.channels, ...change.channels } } : {}) }
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.send(), PAUSE_MS)
  }

  private async send(undoing = false): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const { kept: before, waiting } = this
    this.kept = null
    this.waiting = {}
    if (!before) return
    try {
      const saved = await changeHearing(waiting)
      // Unless more was chosen meanwhile.
      if (!this.kept) this.values = saved
      toast(t(undoing ? 'hear.undone' : 'hearing.saved'), undoing ? {} : { undo: () => this.takeBack(before) })
    } catch (error) {
      this.values = before
      toast(explain(error), { tone: 'error' })
    }
  }

  private takeBack({ digest, timeZone, quietHours, channels }: HearingSettings): void {
    this.change({ digest, timeZone, quietHours, channels })
    void this.send(true)
  }

  private digest({ digest, nextDigestAt, timeZone }: HearingSettings): TemplateResult {
    return html`<section aria-labelledby="hearing-digest">
      <h2 id="hearing-digest">${t('hearing.digest')}</h2>
      <p class="muted">${t('hearing.digest.text')}</p>
      <div class="hearing-row">
        ${selectField({
          name: 'rhythm',
          label: t('hearing.rhythm'),
          short: true,
          value: digest.rhythm,
          options: rhythms.map((value) => ({ value, label: t(`hearing.rhythm.${value}`) })),
          // The options are exactly the rhythms.
          onChange: (rhythm) => this.change({ digest: { rhythm: rhythm as DigestRhythm } }),
        })}
        ${digest.rhythm === 'weekly'
          ? selectField({ name: 'weekday', label: t('hearing.weekday'), short: true, value: String(digest.weekday), options: weekdays.map((day) => ({ value: String(day), label: weekdayName(day) })), onChange: (day) => this.change({ digest: { weekday: Number(day) } }) })
          : nothing}
        ${digest.rhythm === 'never' ? nothing : selectField({ name: 'hour', label: t('hearing.hour'), short: true, value: String(digest.hour), options: hourOptions(), onChange: (hour) => this.change({ digest: { hour: Number(hour) } }) })}
      </div>
      <p aria-live="polite">${nextDigestAt ? t('hearing.next', { moment: momentIn(nextDigestAt, timeZone) }) : t('hearing.noDigest')}</p>
    </section>`
  }

  private atOnce({ channels, digest }: HearingSettings): TemplateResult {
    const way = (name: 'mail' | 'push'): TemplateResult =>
      html`<label class="check"><input type="checkbox" name=${name} .checked=${channels[name]} @change=${(event: Event) => this.change({ channels: { [name]: (event.target as HTMLInputElement).checked } })} /><span>${t(`hearing.${name}`)}<small>${t(name === 'mail' && digest.rhythm === 'never' ? 'hearing.mail.noDigest' : `hearing.${name}.text`)}</small></span></label>`
    return html`<section aria-labelledby="hearing-now">
      <h2 id="hearing-now">${t('hearing.now')}</h2>
      <p class="muted">${t('hearing.now.text')}</p>
      ${way('mail')} ${way('push')}
    </section>`
  }

  private quiet({ quietHours, timeZone }: HearingSettings): TemplateResult {
    const device = Intl.DateTimeFormat().resolvedOptions().timeZone
    const zones = [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])].sort()
    return html`<section aria-labelledby="hearing-quiet">
      <h2 id="hearing-quiet">${t('hearing.quiet')}</h2>
      <label class="check"><input type="checkbox" name="quiet" .checked=${quietHours !== null} @change=${(event: Event) => this.change({ quietHours: (event.target as HTMLInputElement).checked ? usualQuiet : null })} /><span>${t('hearing.quiet.use')}<small>${t('hearing.quiet.text')}</small></span></label>
      ${quietHours
        ? html`<div class="hearing-row">
            ${selectField({ name: 'from', label: t('hearing.quiet.from'), short: true, value: String(quietHours.from), options: hourOptions(quietHours.until), onChange: (from) => this.change({ quietHours: { ...quietHours, from: Number(from) } }) })}
            ${selectField({ name: 'until', label: t('hearing.quiet.until'), short: true, value: String(quietHours.until), options: hourOptions(quietHours.from), onChange: (until) => this.change({ quietHours: { ...quietHours, until: Number(until) } }) })}
          </div>`
        : nothing}
      ${selectField({ name: 'timeZone', label: t('hearing.timeZone'), hint: t('hearing.timeZone.hint'), value: timeZone, options: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })), onChange: (zone) => this.change({ timeZone: zone }) })}
      ${device && device !== timeZone ? html`<p><button type="button" class="button button--small" @click=${() => this.change({ timeZone: device })}>${t('hearing.timeZone.device', { zone: device.replaceAll('_', ' ') })}</button></p>` : nothing}
    </section>`
  }

  override render(): unknown {
    return this.loaded.render(() => {
      const { values } = this
      if (!values) return nothing
      return settingsFrame(
        '/settings/notifications',
        html`<div class="settings hearing">
          <p class="lead">${t('hearing.lead')}</p>
          ${pauseSeen.value ? mailPause({ canClose: false }) : nothing}
          ${this.digest(values)} ${this.atOnce(values)} <plein-push-settings></plein-push-settings> ${this.quiet(values)}
          <plein-heard-places .places=${values.places}></plein-heard-places>
          <plein-heard-threads .threads=${values.threads}></plein-heard-threads>
        </div>`,
      )
    })
  }
}

const hourOptions = (except?: number): { value: string; label: string }[] => hours.filter((hour) => hour !== except).map((hour) => ({ value: String(hour), label: hourName(hour) }))

const merged = (values: HearingSettings, { digest, channels, ...rest }: HearingChange): HearingSettings => ({ ...values, ...rest, digest: { ...values.digest, ...digest }, channels: { ...values.channels, ...channels } })
