#!/bin/sh
# How applications used the password grant (RFC 6749 §4.3). Do not begin like this today.
set -eu

# The authorization server; everything else about it is read from its metadata (RFC 8414).
ISSUER=${ISSUER:-http://127.0.0.1:9000}
# The photo API.
PHOTOS=${PHOTOS:-$ISSUER/photos}
CLIENT_ID=print-legacy
CLIENT_SECRET=${CLIENT_SECRET:-print-legacy-secret-5Tn9}
SCOPE=photos.read

# Sends a request and prints the answer; stops when it is refused.
send() {
  answer=$(curl --silent --show-error --fail-with-body "$@") || fail "$answer"
  printf '%s\n\n' "$answer"
}

# A member of the JSON object that was answered.
field() {
  printf '%s' "$answer" | sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p'
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

send "$ISSUER/.well-known/oauth-authorization-server"
case $answer in
  *'"grant_types_supported":['*'"password"'*) ;;
  *) fail "$ISSUER/ takes no passwords from applications. Use a code and PKCE." ;;
esac
token_endpoint=$(field token_endpoint)

# #region type
# This is the mistake: the user's password, in a program that is not the authorization server's.
echo "Name at ${ISSUER#*://}:"
read -r username
echo "Password at ${ISSUER#*://}:"
read -r password
# #endregion

# #region token
send --user "$CLIENT_ID:$CLIENT_SECRET" \
  --data-urlencode "grant_type=password" \
  --data-urlencode "username=$username" \
  --data-urlencode "password=$password" \
  --data-urlencode "scope=$SCOPE" \
  "$token_endpoint"
# #endregion

# #region api
# The password is not needed any more and must be forgotten. Nobody can see whether it is.
send --header "Authorization: Bearer $(field access_token)" "$PHOTOS"
# #endregion
