#!/bin/sh
# Signed in once, and refreshed when the API says that the access token is invalid (RFC 6749 §6).
set -eu
. ./sign-in.sh

# The photo API this client was built for.
PHOTOS=${PHOTOS:-$ISSUER/photos}
# Where the tokens lie between two runs. A real program uses the key store of the system.
TOKENS=${TOKENS:-tokens.json}

# #region keep
# For this user's eyes only, and never half written.
store() {
  (umask 077 && printf '%s\n' "$answer" >"$TOKENS.new")
  mv "$TOKENS.new" "$TOKENS"
}
# #endregion

# #region api
# The status, then the answer with its headers in front.
call_api() {
  answer=$(cat "$TOKENS")
  access_token=$(field access_token)
  answer=$(curl --silent --show-error --include \
    --header "Authorization: Bearer $access_token" "$PHOTOS" | tr -d '\r')
  status=$(printf '%s' "$answer" | sed -n '1s/^[^ ]* \([0-9]*\).*/\1/p')
}
# #endregion

# A second use of one refresh token looks like a theft: run one of these per file of tokens.
refresh() {
  # #region refresh
  answer=$(cat "$TOKENS")
  refresh_token=$(field refresh_token)
  answer=$(curl --silent --show-error \
    --data-urlencode "grant_type=refresh_token" \
    --data-urlencode "client_id=$CLIENT_ID" \
    --data-urlencode "refresh_token=$refresh_token" \
    "$token_endpoint")
  printf '%s\n\n' "$answer"
  # #endregion
  if [ -n "$(field access_token)" ]; then
    # #region store
    # The server rotates, so the old one is spent: keep the new one before anything else.
    store
    echo "Refreshed."
    # #endregion
  elif [ "$(field error)" = invalid_grant ]; then
    # #region reject
    echo "The refresh token is over."
    sign_in
    store
    # #endregion
  else
    # Whatever this is, it is no reason to lose the tokens.
    fail "$answer"
  fi
}

discover
if [ ! -s "$TOKENS" ]; then
  sign_in
  store
fi
call_api
# #region later
# Only this answer is mended by refreshing: not a 403, and not a 401 without the error code.
if [ "$status" = 401 ] && printf '%s' "$answer" | grep -q 'error="invalid_token"'; then
  refresh
  # #endregion
  # #region retry
  call_api
  # #endregion
fi
# What comes after the empty line.
echo "$status $(printf '%s' "$answer" | sed '1,/^$/d')"
