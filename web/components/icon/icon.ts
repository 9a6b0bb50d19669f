// SPDX-License-Identifier: EUPL-1.2
import alertTriangle from '@tabler/icons/outline/alert-triangle.svg?raw'
import arrowLeft from '@tabler/icons/outline/arrow-left.svg?raw'
import arrowUp from '@tabler/icons/outline/arrow-up.svg?raw'
import article from '@tabler/icons/outline/article.svg?raw'
import at from '@tabler/icons/outline/at.svg?raw'
import bell from '@tabler/icons/outline/bell.svg?raw'
import bookmark from '@tabler/icons/outline/bookmark.svg?raw'
import buildingCommunity from '@tabler/icons/outline/building-community.svg?raw'
import bulb from '@tabler/icons/outline/bulb.svg?raw'
import check from '@tabler/icons/outline/check.svg?raw'
import checks from '@tabler/icons/outline/checks.svg?raw'
import chevronDown from '@tabler/icons/outline/chevron-down.svg?raw'
import chevronRight from '@tabler/icons/outline/chevron-right.svg?raw'
import circleCheck from '@tabler/icons/outline/circle-check.svg?raw'
import copy from '@tabler/icons/outline/copy.svg?raw'
import deviceLaptop from '@tabler/icons/outline/device-laptop.svg?raw'
import doorEnter from '@tabler/icons/outline/door-enter.svg?raw'
import dots from '@tabler/icons/outline/dots.svg?raw'
import eye from '@tabler/icons/outline/eye.svg?raw'
import eyeOff from '@tabler/icons/outline/eye-off.svg?raw'
import heartHandshake from '@tabler/icons/outline/heart-handshake.svg?raw'
import history from '@tabler/icons/outline/history.svg?raw'
import home from '@tabler/icons/outline/home.svg?raw'
import infoCircle from '@tabler/icons/outline/info-circle.svg?raw'
import key from '@tabler/icons/outline/key.svg?raw'
import link from '@tabler/icons/outline/link.svg?raw'
import lock from '@tabler/icons/outline/lock.svg?raw'
import login from '@tabler/icons/outline/login.svg?raw'
import logout from '@tabler/icons/outline/logout.svg?raw'
import mail from '@tabler/icons/outline/mail.svg?raw'
import messageCircle from '@tabler/icons/outline/message-circle.svg?raw'
import notebook from '@tabler/icons/outline/notebook.svg?raw'
import pencil from '@tabler/icons/outline/pencil.svg?raw'
import pin from '@tabler/icons/outline/pin.svg?raw'
import pinnedOff from '@tabler/icons/outline/pinned-off.svg?raw'
import plus from '@tabler/icons/outline/plus.svg?raw'
import questionMark from '@tabler/icons/outline/question-mark.svg?raw'
import refresh from '@tabler/icons/outline/refresh.svg?raw'
import search from '@tabler/icons/outline/search.svg?raw'
import settings from '@tabler/icons/outline/settings.svg?raw'
import shield from '@tabler/icons/outline/shield.svg?raw'
import star from '@tabler/icons/outline/star.svg?raw'
import tag from '@tabler/icons/outline/tag.svg?raw'
import thumbUp from '@tabler/icons/outline/thumb-up.svg?raw'
import trash from '@tabler/icons/outline/trash.svg?raw'
import upload from '@tabler/icons/outline/upload.svg?raw'
import download from '@tabler/icons/outline/download.svg?raw'
import qrcode from '@tabler/icons/outline/qrcode.svg?raw'
import printer from '@tabler/icons/outline/printer.svg?raw'
import send from '@tabler/icons/outline/send.svg?raw'
import user from '@tabler/icons/outline/user.svg?raw'
import userPlus from '@tabler/icons/outline/user-plus.svg?raw'
import users from '@tabler/icons/outline/users.svg?raw'
import wifiOff from '@tabler/icons/outline/wifi-off.svg?raw'
import world from '@tabler/icons/outline/world.svg?raw'
import x from '@tabler/icons/outline/x.svg?raw'
import keyboard from '@tabler/icons/outline/keyboard.svg?raw'
import sunHigh from '@tabler/icons/outline/sun-high.svg?raw'
import { html, type TemplateResult } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'

const sources = {
  keyboard,
  'alert-triangle': alertTriangle,
  'arrow-left': arrowLeft,
  'arrow-up': arrowUp,
  article,
  at,
  bell,
  bookmark,
  'building-community': buildingCommunity,
  bulb,
  check,
  checks,
  'chevron-down': chevronDown,
  'chevron-right': chevronRight,
  'circle-check': circleCheck,
  copy,
  'device-laptop': deviceLaptop,
  'door-enter': doorEnter,
  dots,
  eye,
  'eye-off': eyeOff,
  'heart-handshake': heartHandshake,
  history,
  home,
  'info-circle': infoCircle,
  key,
  link,
  lock,
  login,
  logout,
  mail,
  'message-circle': messageCircle,
  notebook,
  pencil,
  pin,
  'pinned-off': pinnedOff,
  plus,
  'question-mark': questionMark,
  refresh,
  search,
  settings,
  shield,
  star,
  'sun-high': sunHigh,
  tag,
  'thumb-up': thumbUp,
  trash,
  upload,
  download,
  qrcode,
  printer,
  send,
  user,
  'user-plus': userPlus,
  users,
  'wifi-off': wifiOff,
  world,
  x,
}

export type IconName = keyof typeof sources

/** Tabler's file without its fixed size and with our class; done once for each icon used. */
const ready = new Map<string, string>()

function markup(key: string, source: string, small: boolean): string {
  const known =
    ready.get(key) ??
    source.replace(
      /<svg[^>]*>/,
      `<svg class="icon${small ? ' icon--sm' : ''}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">`,
    )
  ready.set(key, known)
  return known
}

/** Decoration beside a word, or inside a control that has its own label. */
export const icon = (name: IconName, size: 'normal' | 'small' = 'normal'): TemplateResult => html`${unsafeHTML(markup(`${name} ${size}`, sources[name], size === 'small'))}`

/** An icon of one page only, imported there from Tabler with `?raw` so that others need not carry it. */
export const ownIcon = (source: string): TemplateResult => html`${unsafeHTML(markup(source, source, false))}`
