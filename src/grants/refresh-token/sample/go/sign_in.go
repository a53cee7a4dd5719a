package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"log"

	"golang.org/x/oauth2"
)

func newConfig(server metadata) *oauth2.Config {
	return &oauth2.Config{
		ClientID: clientID,
		Endpoint: oauth2.Endpoint{
			AuthURL:   server.AuthorizationEndpoint,
			TokenURL:  server.TokenEndpoint,
			AuthStyle: oauth2.AuthStyleInParams,
		},
		Scopes: []string{scope},
	}
}

// signIn is the authorization code grant with PKCE, in a browser of the user's. Its own chapter
// explains it.
func signIn(ctx context.Context, config *oauth2.Config, server metadata) *oauth2.Token {
	redirect := listenForRedirect()
	config.RedirectURL = redirect.uri
	verifier := oauth2.GenerateVerifier()
	state := rand.Text()
	fmt.Println("Sign in once:", config.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier)))
	answer := redirect.wait(ctx)
	sent := answer.Get("iss")
	if answer.Has("iss") != server.SendsIssuer || server.SendsIssuer && sent != issuer {
		log.Fatalf("The answer comes from %q, not from %s.", sent, issuer)
	}
	if answer.Get("state") != state || !answer.Has("code") {
		log.Fatalf("No code for this login. %s", answer.Get("error"))
	}

	// #region redeem
	return must(config.Exchange(ctx, answer.Get("code"), oauth2.VerifierOption(verifier)))
	// #endregion
}
