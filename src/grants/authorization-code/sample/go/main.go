// Command print-photos is the authorization code grant with PKCE, from the first redirect to the
// revoked token.
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

	"golang.org/x/oauth2"
)

var (
	// The authorization server; everything else about it is read from its metadata (RFC 8414).
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// The photo API this client was built for.
	photosURL = cmp.Or(os.Getenv("PHOTOS"), issuer+"/photos")
)

// What the client asks for. Ask for what you use, no more.
const scope = "photos.read"

// register says who the client is. CLIENT=confidential makes it the one with a secret.
func register() *oauth2.Config {
	if os.Getenv("CLIENT") == "confidential" {
		// A secret says who is asking, and PKCE says which login the code belongs to.
		return &oauth2.Config{
			ClientID:     "print-server",
			ClientSecret: cmp.Or(os.Getenv("CLIENT_SECRET"), "print-server-secret-9Kx4"),
			Endpoint:     oauth2.Endpoint{AuthStyle: oauth2.AuthStyleInHeader},
			Scopes:       []string{scope},
		}
	}
	// It runs on the user's machine, so it holds nothing that could be called a secret.
	return &oauth2.Config{
		ClientID: "print-page",
		Endpoint: oauth2.Endpoint{AuthStyle: oauth2.AuthStyleInParams},
		Scopes:   []string{scope},
	}
}

func main() {
	log.SetFlags(0)
	ctx := context.WithValue(context.Background(), oauth2.HTTPClient, web)
	server := discover(issuer)
	redirect := listenForRedirect()
	config := register()
	config.Endpoint.AuthURL = server.AuthorizationEndpoint
	config.Endpoint.TokenURL = server.TokenEndpoint
	config.RedirectURL = redirect.uri

	// #region prepare
	verifier := oauth2.GenerateVerifier()
	state := rand.Text()
	// #endregion

	// #region redirect, authorize
	address := config.AuthCodeURL(state, oauth2.S256ChallengeOption(verifier))
	fmt.Printf("Open this address in a browser:\n\n  %s\n\n", address)
	// #endregion

	answer := redirect.wait(ctx)
	if err := check(answer, state, server); err != nil {
		log.Fatal(err)
	}

	// #region redeem
	token := must(config.Exchange(ctx, answer.Get("code"), oauth2.VerifierOption(verifier)))
	granted := cmp.Or(token.Extra("scope"), any(scope))
	fmt.Printf("An access token for %s, good for %d seconds.\n", granted, token.ExpiresIn)
	// #endregion
	printPhotos(token)

	// #region refresh
	// A source that has a refresh token and nothing else uses it. What comes back is a new access
	// token, and a new refresh token in place of the one used up (RFC 9700 §4.14.2).
	token = must(config.TokenSource(ctx, &oauth2.Token{RefreshToken: token.RefreshToken}).Token())
	fmt.Println("Refreshed. The old refresh token is spent; the API takes the new access token:")
	// #endregion
	printPhotos(token)

	// Taking back the refresh token takes back all that came from this consent (RFC 7009 §2.1).
	revoke(config, server.RevocationEndpoint, token.RefreshToken)
	fmt.Println("Revoked. Nothing that was issued here can be renewed.")
}

// #region check

// check believes the answer only if it belongs to this login and comes from the server asked.
// The library leaves all of this to its caller.
func check(answer url.Values, state string, server metadata) error {
	if answer.Get("state") != state {
		return errors.New("the answer belongs to another login")
	}
	// A server that sends iss says so in its metadata (RFC 9207 §2.4).
	if answer.Has("iss") != server.SendsIssuer || server.SendsIssuer && answer.Get("iss") != issuer {
		return errors.New("the answer comes from another server")
	}
	if answer.Has("error") {
		return fmt.Errorf("%s: %s", answer.Get("error"), answer.Get("error_description"))
	}
	return nil
}

// #endregion

// #region api

// printPhotos calls the API with the token in the Authorization header.
func printPhotos(token *oauth2.Token) {
	request := must(http.NewRequest(http.MethodGet, photosURL, nil))
	token.SetAuthHeader(request)
	fmt.Println(string(send(request)))
}

// #endregion
