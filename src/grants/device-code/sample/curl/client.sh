#!/bin/sh
# The device authorization grant, request by request (RFC 8628).
set -eu

# The authorization server; everything else about it is read from its metadata (RFC 8414).
ISSUER=${ISSUER:-http://127.0.0.1:9000}
# The photo API this client was built for.
PHOTOS=${PHOTOS:-$ISSUER/photos}
# A public client: whoever owns the device can read what is on it (RFC 8628 §5.6).
CLIENT_ID=${CLIENT_ID:-print-frame}
# What the client asks for. Ask for what you use, no more.
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
[ "$(field issuer)" = "$ISSUER" ] || fail "The metadata is another server's (RFC 8414 §3.3)."
device_authorization_endpoint=$(field device_authorization_endpoint)
token_endpoint=$(field token_endpoint)

# #region codes
send --data-urlencode "client_id=$CLIENT_ID" --data-urlencode "scope=$SCOPE" \
  "$device_authorization_endpoint"
device_code=$(field device_code)
interval=$(field interval)
# #endregion

# #region show_code
printf 'On your phone or computer, open\n\n  %s\n\n' "$(field verification_uri)"
printf 'and enter the code\n\n  %s\n\n' "$(field user_code)"
printf 'or open this, and compare the code:\n\n  %s\n\n' "$(field verification_uri_complete)"
# #endregion

# #region poll_early, wait, poll, back_off
access_token=
while [ -z "$access_token" ]; do
  # A server that names no interval means five seconds (RFC 8628 §3.2).
  sleep "${interval:-5}"
  answer=$(curl --silent --show-error \
    --data-urlencode "grant_type=urn:ietf:params:oauth:grant-type:device_code" \
    --data-urlencode "device_code=$device_code" \
    --data-urlencode "client_id=$CLIENT_ID" \
    "$token_endpoint")
  printf '%s\n\n' "$answer"
  access_token=$(field access_token)
  [ -z "$access_token" ] || break
  case $(field error) in
    authorization_pending) ;;
    # For this and every later request (RFC 8628 §3.5).
    slow_down) interval=$((${interval:-5} + 5)) ;;
    # With any other answer a device must stop asking.
    *) fail "No token: $(field error)" ;;
  esac
done
# #endregion
echo "An access token for $(field scope), good for $(field expires_in) seconds."

# #region api, show
send --header "Authorization: Bearer $access_token" "$PHOTOS"
# #endregion
