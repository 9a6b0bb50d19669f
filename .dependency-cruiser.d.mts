// SPDX-License-Identifier: EUPL-1.2
import type { IConfiguration } from "dependency-cruiser";
declare const configuration: IConfiguration;
export default configuration;
