// SPDX-License-Identifier: EUPL-1.2

/** A PNG of 16 by 16 in one colour. */
export const smallPicture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFklEQVQoz2MQD6giCTGMahjVMHw1AAA8OOEBnEUHhAAAAABJRU5ErkJggg==', 'base64');
