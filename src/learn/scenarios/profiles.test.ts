import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { testServer } from "../../authorization-server/testing.ts";
import { API, JOBS_SCOPE, SCOPE } from "../../grants/cast.ts";
import { NIGHTLY_KEY } from "../../grants/lab-key.ts";
import { grantServers } from "../../grants/servers.ts";
import { outcomes } from "../choose/outcome.ts";
import { scenarios } from "./index.ts";
import { type Profile, settingRows } from "./profile.ts";
import { SettingsFile, settingsText } from "./settings.ts";

const profiles = [...scenarios, ...Object.values(outcomes)].map(({ profile }) => profile);
const byName = new Map(
  profiles.map((profile): [string, Profile] => [profile.settings.name, profile]),
);

const { register } = await testServer(grantServers, {
  resource: { identifier: API, scopes: [SCOPE], clientScopes: [JOBS_SCOPE] },
});

const { kty, crv, x, y } = NIGHTLY_KEY;

describe.each([...byName])("the settings %s", (_, profile) => {
  const { settings } = profile;
  const { registration, refreshToken, storage } = settings;

  it("have the shape of the file, and come back from it as they are", () => {
    const read: unknown = JSON.parse(settingsText(settings));
    expect(v.parse(SettingsFile, read)).toEqual(settings);
  });

  it("say the same in their own words and in those of RFC 7591 §2", () => {
    expect({
      redirectUris: registration.redirect_uris ?? [],
      scopes: registration.scope.split(" "),
      clientAuthentication: registration.token_endpoint_auth_method,
      refreshes: registration.grant_types.includes("refresh_token"),
      asksForCode: registration.response_types.includes("code"),
    }).toEqual({
      redirectUris: settings.redirectUris,
      scopes: settings.scopes,
      clientAuthentication: settings.clientAuthentication,
      refreshes: refreshToken !== null,
      asksForCode: settings.pkce !== null,
    });
    expect(storage.refreshToken === null).toBe(refreshToken === null);
  });

  it("are accepted by the authorization server of this project (RFC 7591 §3.2.1)", async () => {
    // The server takes keys only as they are, and looks none up.
    const { jwks_uri, ...metadata } = registration;
    const keys = jwks_uri === undefined ? {} : { jwks: { keys: [{ kty, crv, x, y }] } };
    const response = await register({ ...metadata, ...keys });
    const { token_endpoint_auth_method, scope, grant_types } = await response.json();
    expect([response.status, token_endpoint_auth_method, scope, grant_types]).toEqual([
      201,
      registration.token_endpoint_auth_method,
      registration.scope,
      registration.grant_types,
    ]);
  });

  it("keep to what is a MUST: PKCE and rotation or a binding for public clients (RFC 9700 §2.1.1, §2.2.2)", () => {
    const isPublic = settings.clientAuthentication === "none";
    expect(isPublic && registration.response_types.includes("code") && settings.pkce === null).toBe(
      false,
    );
    const unguarded = refreshToken?.rotation === false && settings.senderConstraint === "none";
    expect(isPublic && unguarded).toBe(false);
    expect(settings.accessToken.lifetime).toBeLessThanOrEqual(3600);
    expect((refreshToken?.idleLifetime ?? 0) <= (refreshToken?.absoluteLifetime ?? 0)).toBe(true);
  });

  it("have a reason for each, no sentence of which is long", () => {
    const rows = settingRows(profile);
    expect(rows.map(({ title }) => title)).toEqual([
      "Access token",
      ...(settings.resource === undefined ? [] : ["Resource"]),
      "Refresh token",
      "Storage",
      "Client authentication",
      "PKCE",
      "Redirect URIs",
      "Scopes",
      "Sender constraint",
    ]);
    const sentences = rows.flatMap(({ why }) => why.split(/[.:;?] /));
    expect(sentences.filter((sentence) => sentence.split(" ").length > 27)).toEqual([]);
  });
});

describe("a setting", () => {
  it.each(["single-page-app-with-bff", "single-page-app-with-token-mediating-backend"])(
    "of a page with a server (%s) names the cookie that comes back from the sign-in beside the Strict one",
    (name) => {
      expect(byName.get(name)?.settings.storage).toMatchObject({
        sessionCookie: "__Host-Http-session; Secure; HttpOnly; SameSite=Strict; Path=/",
        loginCookie: "__Host-Http-login; Secure; HttpOnly; SameSite=Lax; Path=/; Max-Age=600",
      });
    },
  );

  it("for an access token is a quarter of an hour everywhere, as the reason calls usual", () => {
    expect(new Set(profiles.map(({ settings }) => settings.accessToken.lifetime))).toEqual(
      new Set([900]),
    );
  });

  it("is shown in words", () => {
    const page = byName.get("single-page-app");
    const values = page === undefined ? [] : settingRows(page).map(({ value }) => value);
    expect(values).toEqual([
      "15 minutes, for https://api.example only",
      "replaced on each use; ends after 2 hours unused, after 8 hours in any case",
      "access token: memory of the page; refresh token: memory of a worker",
      "none: a public client",
      "S256",
      "https://print.example/callback",
      "photos.read",
      "none",
    ]);
  });
});
