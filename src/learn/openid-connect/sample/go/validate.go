package main

import (
	"context"
	"errors"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

// #region keys, validate

// validate returns the ID token of the answer after every check (OpenID Connect Core §3.1.3.7).
func validate(
	ctx context.Context, provider *oidc.Provider, token *oauth2.Token, nonce string,
) (*oidc.IDToken, error) {
	raw, ok := token.Extra("id_token").(string)
	if !ok {
		return nil, errors.New("the answer has no ID token")
	}
	// It fetches the issuer's keys, verifies the signature and compares iss, aud and exp.
	config := &oidc.Config{ClientID: clientID, SupportedSigningAlgs: []string{algorithm}}
	idToken, err := provider.Verifier(config).Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	// The rest it leaves to its caller.
	if len(idToken.Audience) != 1 {
		return nil, errors.New("aud has others, whom nobody here trusts")
	}
	if idToken.Nonce != nonce {
		return nil, errors.New("the nonce is another login's")
	}
	// at_hash is optional in this flow.
	if idToken.AccessTokenHash != "" {
		err = idToken.VerifyAccessToken(token.AccessToken)
	}
	return idToken, err
}

// #endregion
