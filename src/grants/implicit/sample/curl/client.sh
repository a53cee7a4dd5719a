#!/bin/sh
# What a page did with the implicit grant (RFC 6749 §4.2), by hand. Do not begin like this today.
set -eu

ISSUER=${ISSUER:-http://127.0.0.1:9000}
# The photo API.
PHOTOS=${PHOTOS:-$ISSUER/photos}
CLIENT_ID=print-implicit
REDIRECT_URI=http://127.0.0.1:49152/callback
SCOPE=photos.read

# A parameter of the fragment.
parameter() {
  printf '%s' "$back" | sed -n 's/.*[#&]'"$1"'=\([^&]*\).*/\1/p'
}

# The characters of these parameters that may not stand in a query.
encoded() {
  printf '%s' "$1" | sed 's/:/%3A/g; s,/,%2F,g; s/ /+/g'
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# #region prepare
state=$(openssl rand 16 | openssl base64 -A | tr '+/' '-_' | tr -d '=')
# #endregion

# #region authorize
query="response_type=token&client_id=$CLIENT_ID&redirect_uri=$(encoded "$REDIRECT_URI")"
query="$query&scope=$(encoded "$SCOPE")&state=$state"
printf 'Open this address in a browser:\n\n  %s\n\n' "$ISSUER/authorize?$query"
# #endregion

# #region callback
# It stands in the address bar, in the history and now in this terminal: that is what is wrong with it.
echo "It ends at an address with the token in it. Paste that address:"
read -r back
# #endregion

# #region check
[ "$(parameter state)" = "$state" ] || fail "Not an answer to this request: state differs."
[ "$(parameter iss)" = "$(encoded "$ISSUER")" ] || fail "The answer comes from another server."
access_token=$(parameter access_token)
[ -n "$access_token" ] || fail "No token: $(parameter error)."
# #endregion

# #region api
curl --silent --show-error --fail-with-body --header "Authorization: Bearer $access_token" "$PHOTOS"
# #endregion
