#!/bin/sh
# The client credentials grant, request by request (RFC 6749 §4.4).
set -eu

# The authorization server; everything else about it is read from its metadata (RFC 8414).
ISSUER=${ISSUER:-http://127.0.0.1:9000}
# The API this job was built for.
JOBS=${JOBS:-$ISSUER/print-jobs}
# The client, registered once with a secret and once with a key.
SECRET_CLIENT=print-nightly
CLIENT_SECRET=${CLIENT_SECRET:-print-nightly-secret-3Ws6}
KEY_CLIENT=print-nightly-key
# A file with the private key, in PEM. Without one the job sends its secret.
CLIENT_KEY=${CLIENT_KEY:-}
# What the job asks for. Ask for what you use, no more.
SCOPE=jobs.read

# Sends a request and prints the answer; stops when it is refused.
send() {
  answer=$(curl --silent --show-error --fail-with-body "$@") || fail "$answer"
  printf '%s\n\n' "$answer"
}

# A member of the JSON object that was answered.
field() {
  printf '%s' "$answer" | sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p'
}

base64url() {
  openssl base64 -A | tr '+/' '-_' | tr -d '='
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# #region assert
# A new assertion for every request (RFC 7523 §2.2): its own jti, the issuer as its audience
# (RFC 7523bis §4), good for a minute.
assertion() {
  now=$(date +%s)
  claims=$(
    printf '{"iss":"%s","sub":"%s","aud":"%s",' "$KEY_CLIENT" "$KEY_CLIENT" "$ISSUER"
    printf '"jti":"%s","iat":%d,"exp":%d}' "$(openssl rand -hex 16)" "$now" "$((now + 60))"
  )
  header='{"alg":"ES256","typ":"JWT"}'
  signed=$(printf '%s' "$header" | base64url).$(printf '%s' "$claims" | base64url)
  signature=$(printf '%s' "$signed" | es256)
  printf '%s' "$signed.$signature"
}

# The signature of what comes in. It is two numbers, r and s. openssl writes them as ASN.1 does; a JWT
# has them one after the other, each of 64 hexadecimal digits, as bytes (RFC 7518 §3.4).
es256() {
  numbers=$(openssl dgst -sha256 -sign "$CLIENT_KEY" | openssl asn1parse -inform DER |
    sed -n 's/.*INTEGER *://p')
  [ -n "$numbers" ] || fail "No signature: $CLIENT_KEY is not a key for ES256."
  # Without quotes they are two words.
  hex=$(printf '%64s%64s' $numbers | tr ' ' '0')
  # The bytes come in an ASN.1 value of their own; they are its end.
  openssl asn1parse -genstr "FORMAT:HEX,OCTETSTRING:$hex" -noout -out /dev/stdout |
    tail -c 64 | base64url
}
# #endregion

# #region token
# The same request each time: there is no refresh token, and none is needed (RFC 6749 §4.4.3).
request_token() {
  if [ -n "$CLIENT_KEY" ]; then
    assertion=$(assertion)
    set -- --data-urlencode "client_assertion=$assertion" --data-urlencode \
      "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
  else
    set -- --user "$SECRET_CLIENT:$CLIENT_SECRET"
  fi
  send "$@" \
    --data-urlencode "grant_type=client_credentials" \
    --data-urlencode "scope=$SCOPE" \
    "$token_endpoint"
  token=$(field access_token)
  echo "An access token for $(field scope), good for $(field expires_in) seconds."
}
# #endregion

# #region api
# The answer with its status and headers in front.
call_api() {
  answer=$(curl --silent --show-error --include --header "Authorization: Bearer $token" "$JOBS")
}
# #endregion

send "$ISSUER/.well-known/oauth-authorization-server"
[ "$(field issuer)" = "$ISSUER" ] || fail "The metadata is another server's (RFC 8414 §3.3)."
token_endpoint=$(field token_endpoint)

echo "Jobs at $JOBS, with tokens of $ISSUER/:"
request_token
for round in first second; do
  call_api
  # #region late
  case $answer in
    "HTTP/1.1 401"*'error="invalid_token"'*)
      request_token
      # #endregion
      # #region retry
      call_api
      # #endregion
      ;;
  esac
  # What comes after the empty line.
  echo "$round look: $(printf '%s' "$answer" | tr -d '\r' | sed '1,/^$/d')"
done
