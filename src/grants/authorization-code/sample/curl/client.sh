#!/bin/sh
# The authorization code grant with PKCE, request by request (RFC 6749 §4.1, RFC 7636).
set -eu

# The authorization server; everything else about it is read from its metadata (RFC 8414).
ISSUER=${ISSUER:-http://127.0.0.1:9000}
# The photo API this client was built for.
PHOTOS=${PHOTOS:-$ISSUER/photos}
# Nothing listens there: the address the browser ends at is pasted here.
REDIRECT_URI=http://127.0.0.1:49152/callback
# What the client asks for. Ask for what you use, no more.
SCOPE=photos.read

# How the client says who it is, as options of curl. PKCE says which login the code belongs to.
if [ "${CLIENT:-public}" = confidential ]; then
  CLIENT_ID=print-server
  set -- --user "$CLIENT_ID:${CLIENT_SECRET:-print-server-secret-9Kx4}"
else
  CLIENT_ID=print-page
  set -- --data-urlencode "client_id=$CLIENT_ID"
fi

# Sends a request and prints the answer; stops when it is refused.
send() {
  answer=$(curl --silent --show-error --fail-with-body "$@") || fail "$answer"
  printf '%s\n\n' "$answer"
}

# A member of the JSON object that was answered.
field() {
  printf '%s' "$answer" | sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p'
}

# A parameter of the address the browser was sent back to.
parameter() {
  printf '%s' "$back" | sed -n 's/.*[?&]'"$1"'=\([^&#]*\).*/\1/p'
}

# The characters of these parameters that may not stand in a query.
encoded() {
  printf '%s' "$1" | sed 's/:/%3A/g; s,/,%2F,g; s/ /+/g'
}

base64url() {
  openssl base64 -A | tr '+/' '-_' | tr -d '='
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

send "$ISSUER/.well-known/oauth-authorization-server"
[ "$(field issuer)" = "$ISSUER" ] || fail "The metadata is another server's (RFC 8414 §3.3)."
authorization_endpoint=$(field authorization_endpoint)
token_endpoint=$(field token_endpoint)
revocation_endpoint=$(field revocation_endpoint)

# #region prepare
verifier=$(openssl rand 32 | base64url)
challenge=$(printf '%s' "$verifier" | openssl dgst -sha256 -binary | base64url)
state=$(openssl rand 16 | base64url)
# #endregion

# #region redirect, authorize
query="response_type=code&client_id=$CLIENT_ID&redirect_uri=$(encoded "$REDIRECT_URI")"
query="$query&scope=$(encoded "$SCOPE")&state=$state"
query="$query&code_challenge=$challenge&code_challenge_method=S256"
printf 'Open this address in a browser:\n\n  %s\n\n' "$authorization_endpoint?$query"
# #endregion

# #region callback
echo "It ends at an address that nothing answers. Paste that address:"
read -r back
# #endregion

# #region check
[ "$(parameter state)" = "$state" ] || fail "Not an answer to this request: state differs."
[ "$(parameter iss)" = "$(encoded "$ISSUER")" ] || fail "Another server's answer (RFC 9207 §2.4)."
code=$(parameter code)
[ -n "$code" ] || fail "No code: $(parameter error)."
# #endregion

# #region redeem
# The code is encoded already: it stood in an address.
send "$@" \
  --data-urlencode "grant_type=authorization_code" \
  --data "code=$code" \
  --data-urlencode "redirect_uri=$REDIRECT_URI" \
  --data-urlencode "code_verifier=$verifier" \
  "$token_endpoint"
access_token=$(field access_token)
refresh_token=$(field refresh_token)
echo "An access token for $(field scope), good for $(field expires_in) seconds."
# #endregion

# #region api
send --header "Authorization: Bearer $access_token" "$PHOTOS"
# #endregion

# #region refresh
# A new access token, and a new refresh token in place of the one used up (RFC 9700 §4.14.2).
send "$@" \
  --data-urlencode "grant_type=refresh_token" \
  --data-urlencode "refresh_token=$refresh_token" \
  "$token_endpoint"
access_token=$(field access_token)
refresh_token=$(field refresh_token)
# #endregion
echo "Refreshed. The old refresh token is spent; the API takes the new access token:"
send --header "Authorization: Bearer $access_token" "$PHOTOS"

# Taking back the refresh token takes back all that came from this consent (RFC 7009 §2.1).
send "$@" --data-urlencode "token=$refresh_token" "$revocation_endpoint"
echo "Revoked. Nothing that was issued here can be renewed."
