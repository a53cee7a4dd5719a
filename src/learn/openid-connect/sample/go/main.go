// Command print-sign-in is a sign-in with OpenID Connect, from the first redirect to who it was.
package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

var (
	// The OpenID provider; everything else about it is read from its metadata (Discovery §4).
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// A secret says who is asking, PKCE which login the code belongs to, and the nonce which one the
	// ID token does.
	clientSecret = cmp.Or(os.Getenv("CLIENT_SECRET"), "print-openid-secret-2Vb7")
)

const (
	clientID = "print-openid"

	// How the client's ID tokens are signed: that is agreed on beforehand, and no token gets to say.
	algorithm = oidc.ES256
)

// openid makes it a sign-in; the others ask for a name and an address (OpenID Connect Core §5.4).
var scopes = []string{oidc.ScopeOpenID, "profile", "email"}

// web sends every request: the default client would wait for an answer for ever.
var web = &http.Client{Timeout: 10 * time.Second}

func main() {
	log.SetFlags(0)
	ctx := oidc.ClientContext(context.Background(), web)
	// It must name the issuer that was asked, or the library stops here (Discovery §4.3).
	provider := must(oidc.NewProvider(ctx, issuer))
	redirect := listenForRedirect()
	config := &oauth2.Config{
		ClientID:     clientID,
		ClientSecret: clientSecret,
		Endpoint:     provider.Endpoint(),
		RedirectURL:  redirect.uri,
		Scopes:       scopes,
	}
	config.Endpoint.AuthStyle = oauth2.AuthStyleInHeader

	// #region prepare
	verifier := oauth2.GenerateVerifier()
	state := rand.Text()
	nonce := rand.Text()
	// #endregion

	// #region redirect, authorize
	address := config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(verifier))
	fmt.Printf("Open this address in a browser:\n\n  %s\n\n", address)
	// #endregion

	answer := redirect.wait(ctx)
	if err := check(answer, state, provider); err != nil {
		log.Fatal(err)
	}

	// #region redeem
	token := must(config.Exchange(ctx, answer.Get("code"), oauth2.VerifierOption(verifier)))
	// #endregion

	idToken := must(validate(ctx, provider, token, nonce))
	fmt.Printf("Signed in: %s of %s. Together they are the key of this user's account.\n",
		idToken.Subject, idToken.Issuer)

	// #region userinfo
	userInfo := must(provider.UserInfo(ctx, oauth2.StaticTokenSource(token)))
	// #endregion

	// #region match
	// Claims about anybody else are not to be used (OpenID Connect Core §5.3.2).
	if userInfo.Subject != idToken.Subject {
		log.Fatal("UserInfo has another sub: it is about somebody else")
	}
	var user struct{ Name, Email string }
	if err := userInfo.Claims(&user); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("Name: %s. Address: %s.\n", user.Name, user.Email)
	// #endregion
}

// #region check

// check believes the answer only if it belongs to this login and comes from the server asked.
// The libraries leave all of this to their caller.
func check(answer url.Values, state string, provider *oidc.Provider) error {
	if answer.Get("state") != state {
		return errors.New("the answer belongs to another login")
	}
	// A server that sends iss says so in its metadata (RFC 9207 §2.4).
	var server struct {
		SendsIssuer bool `json:"authorization_response_iss_parameter_supported"`
	}
	if err := provider.Claims(&server); err != nil {
		return err
	}
	if answer.Has("iss") != server.SendsIssuer || server.SendsIssuer && answer.Get("iss") != issuer {
		return errors.New("the answer comes from another server")
	}
	if answer.Has("error") {
		return fmt.Errorf("%s: %s", answer.Get("error"), answer.Get("error_description"))
	}
	return nil
}

// #endregion

// must stops the program at what it cannot go on without. It has nobody to report to but its user.
func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
