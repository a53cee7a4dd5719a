#!/bin/sh
# A sign-in with OpenID Connect, request by request and check by check (OpenID Connect Core §3.1).
set -eu

# The OpenID provider; everything else about it is read from its metadata (Discovery §4).
ISSUER=${ISSUER:-http://127.0.0.1:9000}
# A secret says who is asking, PKCE which login the code belongs to, and the nonce which one the ID
# token does.
CLIENT_ID=print-openid
CLIENT_SECRET=${CLIENT_SECRET:-print-openid-secret-2Vb7}
# How the client's ID tokens are signed: that is agreed on beforehand, and no token gets to say.
ALGORITHM=ES256
# Nothing listens there: the address the browser ends at is pasted here.
REDIRECT_URI=http://127.0.0.1:49152/callback
# openid makes it a sign-in; the others ask for a name and an address (OpenID Connect Core §5.4).
SCOPE="openid profile email"

# For what openssl reads from files only.
files=$(mktemp -d)
trap 'rm -r "$files"' EXIT

# Sends a request and prints the answer; stops when it is refused.
send() {
  answer=$(curl --silent --show-error --fail-with-body "$@") || fail "$answer"
  printf '%s\n\n' "$answer"
}

# A member of the JSON object that was answered, or of another.
field() {
  printf '%s' "${2-$answer}" | sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\).*/\1/p'
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

# The bytes that were written in base64url, which leaves out the = at the end.
decoded() {
  text=$(printf '%s' "$1" | tr '_-' '/+')
  while [ $((${#text} % 4)) -ne 0 ]; do
    text="$text="
  done
  printf '%s' "$text" | openssl base64 -d -A
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

send "$ISSUER/.well-known/openid-configuration"
[ "$(field issuer)" = "$ISSUER" ] || fail "The metadata is another server's (Discovery §4.3)."
authorization_endpoint=$(field authorization_endpoint)
token_endpoint=$(field token_endpoint)
jwks_uri=$(field jwks_uri)
userinfo_endpoint=$(field userinfo_endpoint)

# #region prepare
verifier=$(openssl rand 32 | base64url)
challenge=$(printf '%s' "$verifier" | openssl dgst -sha256 -binary | base64url)
state=$(openssl rand 16 | base64url)
nonce=$(openssl rand 16 | base64url)
# #endregion

# #region redirect, authorize
query="response_type=code&client_id=$CLIENT_ID&redirect_uri=$(encoded "$REDIRECT_URI")"
query="$query&scope=$(encoded "$SCOPE")&state=$state&nonce=$nonce"
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
send --user "$CLIENT_ID:$CLIENT_SECRET" \
  --data-urlencode "grant_type=authorization_code" \
  --data "code=$code" \
  --data-urlencode "redirect_uri=$REDIRECT_URI" \
  --data-urlencode "code_verifier=$verifier" \
  "$token_endpoint"
access_token=$(field access_token)
id_token=$(field id_token)
[ -n "$id_token" ] || fail "The answer has no ID token."
# #endregion

# #region keys
# The keys of this issuer, and of no other.
send "$jwks_uri"
keys=$answer
# #endregion

# #region validate
# What was signed is a header and claims, with a dot between them and another before the signature.
signed=${id_token%.*}
header=$(decoded "${signed%.*}")
claims=$(decoded "${signed#*.}")
printf 'The ID token says:\n%s\n\n' "$claims"

# The key that the header names, as openssl reads it: 27 bytes that mean “on the curve P-256”, then
# the coordinates of its point (RFC 5480 §2.2).
[ "$(field alg "$header")" = "$ALGORITHM" ] || fail "The ID token is not signed with $ALGORITHM."
key=$(printf '%s' "$keys" | tr '}' '\n' | grep -F '"kid":"'"$(field kid "$header")"'"') ||
  fail "The signature is by no key of this issuer."
{
  echo "-----BEGIN PUBLIC KEY-----"
  for part in MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE "$(field x "$key")" "$(field y "$key")"; do
    decoded "$part"
  done | openssl base64
  echo "-----END PUBLIC KEY-----"
} >"$files/key"

# The signature is two numbers, r and s, of 32 bytes each (RFC 7518 §3.4). openssl wants them as
# ASN.1 writes them.
hex=$(decoded "${id_token##*.}" | od -An -v -tx1 | tr -d ' \n')
r=$(printf '%.64s' "$hex")
s=${hex#"$r"}
printf 'asn1=SEQUENCE:both\n[both]\nr=INTEGER:0x%s\ns=INTEGER:0x%s\n' "$r" "$s" >"$files/numbers"
openssl asn1parse -genconf "$files/numbers" -noout -out "$files/signature"
printf '%s' "$signed" | openssl dgst -sha256 -verify "$files/key" -signature "$files/signature" ||
  fail "The signature of the ID token is wrong."

# Then what it says (OpenID Connect Core §3.1.3.7).
[ "$(field iss "$claims")" = "$ISSUER" ] || fail "The ID token is another server's: iss differs."
# As a string, or as an array of one: nobody else is trusted here.
case $claims in
  *'"aud":"'"$CLIENT_ID"'"'* | *'"aud":["'"$CLIENT_ID"'"]'*) ;;
  *) fail "The ID token is not for this client alone: aud differs." ;;
esac
[ "$(field exp "$claims")" -gt "$(date +%s)" ] || fail "The ID token has expired."
[ "$(field nonce "$claims")" = "$nonce" ] || fail "The ID token is another login's: nonce differs."
# Half of a digest. at_hash is optional in this flow (§3.1.3.6).
half=$(printf '%s' "$access_token" | openssl dgst -sha256 -binary | head -c 16 | base64url)
at_hash=$(field at_hash "$claims")
[ "${at_hash:-$half}" = "$half" ] || fail "The access token is another one: at_hash differs."

subject=$(field sub "$claims")
echo "Signed in: $subject of $ISSUER. Together they are the key of this user's account."
# #endregion

# #region userinfo
send --header "Authorization: Bearer $access_token" "$userinfo_endpoint"
# #endregion

# #region match
# Claims about anybody else are not to be used (OpenID Connect Core §5.3.2).
[ "$(field sub)" = "$subject" ] || fail "UserInfo is about somebody else: sub differs."
echo "Name: $(field name). Address: $(field email)."
# #endregion
