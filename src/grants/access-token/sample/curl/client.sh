#!/bin/sh
# An access token in use, and the ways an API refuses one (RFC 6750 §3, RFC 9068 §4).
set -eu

# The authorization server; everything else about it is read from its metadata (RFC 8414).
ISSUER=${ISSUER:-http://127.0.0.1:9000}
# The API, and what at the API this client may not see.
JOBS=${JOBS:-$ISSUER/print-jobs}
PHOTOS=${PHOTOS:-$ISSUER/photos}
# A client that gets a token for itself: no browser is needed.
CLIENT_ID=print-nightly
CLIENT_SECRET=${CLIENT_SECRET:-print-nightly-secret-3Ws6}

# A member of the JSON object that was answered.
field() {
  printf '%s' "$answer" | sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p'
}

# Calls an API with these options; prints the status, why it refuses, and the body.
call() {
  echo "$1"
  shift
  curl --silent --show-error --include "$@" | tr -d '\r' |
    sed -n '1p; /^[Ww][Ww][Ww]-[Aa]uthenticate:/p; 1,/^$/!p'
  echo
}

answer=$(curl --silent --show-error --fail-with-body "$ISSUER/.well-known/oauth-authorization-server")
token_endpoint=$(field token_endpoint)
introspection_endpoint=$(field introspection_endpoint)
revocation_endpoint=$(field revocation_endpoint)

answer=$(curl --silent --show-error --fail-with-body --user "$CLIENT_ID:$CLIENT_SECRET" \
  --data-urlencode "grant_type=client_credentials" "$token_endpoint")
token=$(field access_token)

# #region api
call "With the token:" --header "Authorization: Bearer $token" "$JOBS"
# #endregion

# #region bare
call "Without one:" "$JOBS"
# #endregion

# #region tampered
# The payload is another one, and the signature is still the old one.
payload=$(printf '{"sub":"alice","scope":"photos.read"}' | openssl base64 -A | tr '+/' '-_' | tr -d '=')
forged="${token%%.*}.$payload.${token##*.}"
call "With one that was changed:" --header "Authorization: Bearer $forged" "$JOBS"
# #endregion

# #region scope
call "Where it does not reach:" --header "Authorization: Bearer $token" "$PHOTOS"
# #endregion

# What an API asks that cannot, or will not, read the token itself (RFC 7662).
set -- --user "$CLIENT_ID:$CLIENT_SECRET" --data-urlencode "token=$token"
call "What the authorization server says of it:" "$@" "$introspection_endpoint"

# #region revoke
call "Taken back:" "$@" "$revocation_endpoint"
# #endregion

# #region after
call "What it says now:" "$@" "$introspection_endpoint"
# #endregion
