// SPDX-License-Identifier: EUPL-1.2
// Generated from the OpenAPI document by "npm run generate".
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export type components = {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
