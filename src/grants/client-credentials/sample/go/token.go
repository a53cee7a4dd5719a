package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"net/url"
	"os"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

// #region token

// requestToken asks the same way each time: there is no refresh token, and none is needed
// (RFC 6749 §4.4.3).
func requestToken(tokenURL string) *oauth2.Token {
	config := clientcredentials.Config{
		ClientID:     secretClient,
		ClientSecret: secret,
		AuthStyle:    oauth2.AuthStyleInHeader,
		TokenURL:     tokenURL,
		Scopes:       []string{scope},
	}
	if keyFile != "" {
		config.ClientID, config.ClientSecret = keyClient, ""
		config.AuthStyle = oauth2.AuthStyleInParams
		config.EndpointParams = assertion()
	}
	ctx := context.WithValue(context.Background(), oauth2.HTTPClient, web)
	token := must(config.Token(ctx))
	granted := cmp.Or(token.Extra("scope"), any(scope))
	fmt.Printf("An access token for %s, good for %v seconds.\n", granted, token.Extra("expires_in"))
	return token
}

// #endregion

// #region assert

// assertion signs a new one for every request: its own jti, the issuer as its audience (RFC 7523bis
// §4), good for a minute. The library knows secrets only; the assertion goes in as parameters.
func assertion() url.Values {
	block, _ := pem.Decode(must(os.ReadFile(keyFile)))
	key := must(x509.ParsePKCS8PrivateKey(block.Bytes))
	signer := must(jose.NewSigner(jose.SigningKey{Algorithm: jose.ES256, Key: key}, nil))
	now := time.Now()
	signed := must(jwt.Signed(signer).Claims(jwt.Claims{
		Issuer:   keyClient,
		Subject:  keyClient,
		Audience: jwt.Audience{issuer},
		ID:       rand.Text(),
		IssuedAt: jwt.NewNumericDate(now),
		Expiry:   jwt.NewNumericDate(now.Add(time.Minute)),
	}).Serialize())
	return url.Values{
		"client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
		"client_assertion":      {signed},
	}
}

// #endregion
