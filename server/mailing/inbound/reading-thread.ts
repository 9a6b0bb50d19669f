// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads';
import { parseMail } from './parse-mail.ts';

// The whole of a thread that reads one mail: see read-mail.ts.
parentPort?.postMessage(await parseMail(workerData as Uint8Array));
