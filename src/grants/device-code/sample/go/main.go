// Command photo-frame is the device authorization grant, from the code on the screen to the photos.
package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"

	"golang.org/x/oauth2"
)

var (
	// The authorization server; everything else about it is read from its metadata (RFC 8414).
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// The photo API this client was built for.
	photosURL = cmp.Or(os.Getenv("PHOTOS"), issuer+"/photos")

	// A public client: whoever owns the device can read what is on it (RFC 8628 §5.6).
	clientID = cmp.Or(os.Getenv("CLIENT_ID"), "print-frame")
)

// What the client asks for. Ask for what you use, no more.
const scope = "photos.read"

func main() {
	log.SetFlags(0)
	ctx := context.WithValue(context.Background(), oauth2.HTTPClient, web)
	server := discover(issuer)
	config := &oauth2.Config{
		ClientID: clientID,
		Endpoint: oauth2.Endpoint{
			DeviceAuthURL: server.DeviceAuthorizationEndpoint,
			TokenURL:      server.TokenEndpoint,
			AuthStyle:     oauth2.AuthStyleInParams,
		},
		Scopes: []string{scope},
	}

	// #region codes
	codes := must(config.DeviceAuth(ctx))
	// #endregion

	// #region show_code
	// The device code is not shown: whoever has it can collect the tokens.
	fmt.Printf("On your phone or computer, open\n\n  %s\n\n", codes.VerificationURI)
	fmt.Printf("and enter the code\n\n  %s\n\n", codes.UserCode)
	if codes.VerificationURIComplete != "" {
		fmt.Printf("or open this, and compare the code:\n\n  %s\n\n", codes.VerificationURIComplete)
	}
	// #endregion

	// #region poll_early, wait, poll, back_off
	// Asks until the user has decided. It waits for the interval before each request, five seconds
	// more after each slow_down, and stops at any other error (RFC 8628 §3.5).
	token := must(config.DeviceAccessToken(ctx, codes))
	// #endregion
	granted := cmp.Or(token.Extra("scope"), any(scope))
	fmt.Printf("An access token for %s, good for %d seconds.\n", granted, token.ExpiresIn)

	// #region api, show
	request := must(http.NewRequest(http.MethodGet, photosURL, nil))
	token.SetAuthHeader(request)
	response := must(web.Do(request))
	defer response.Body.Close()
	photos := must(io.ReadAll(response.Body))
	fmt.Println(string(photos))
	// #endregion
}
