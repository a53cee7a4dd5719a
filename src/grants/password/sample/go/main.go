// Command print-legacy shows how applications used the password grant (RFC 6749 §4.3). Do not begin
// like this today.
package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"slices"

	"golang.org/x/oauth2"
)

var (
	// The authorization server; everything else about it is read from its metadata (RFC 8414).
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// The photo API.
	photosURL = cmp.Or(os.Getenv("PHOTOS"), issuer+"/photos")

	clientID     = "print-legacy"
	clientSecret = cmp.Or(os.Getenv("CLIENT_SECRET"), "print-legacy-secret-5Tn9")
)

const scope = "photos.read"

func main() {
	log.SetFlags(0)
	server := discover(issuer)
	if !slices.Contains(server.GrantTypes, "password") {
		log.Fatalf("%s takes no passwords from applications. Use a code and PKCE.", issuer)
	}

	// #region type
	// This is the mistake: the user's password, in a program that is not the authorization server's.
	lines := bufio.NewScanner(os.Stdin)
	host := must(url.Parse(issuer)).Host
	fmt.Printf("Name at %s:\n", host)
	lines.Scan()
	username := lines.Text()
	fmt.Printf("Password at %s:\n", host)
	lines.Scan()
	password := lines.Text()
	// #endregion

	// #region token
	config := &oauth2.Config{
		ClientID:     clientID,
		ClientSecret: clientSecret,
		Endpoint: oauth2.Endpoint{
			TokenURL:  server.TokenEndpoint,
			AuthStyle: oauth2.AuthStyleInHeader,
		},
		Scopes: []string{scope},
	}
	ctx := context.WithValue(context.Background(), oauth2.HTTPClient, web)
	token := must(config.PasswordCredentialsToken(ctx, username, password))
	// #endregion

	// #region api
	// The password is not needed any more and must be forgotten. Nobody can see whether it is.
	request := must(http.NewRequest(http.MethodGet, photosURL, nil))
	token.SetAuthHeader(request)
	response := must(web.Do(request))
	defer response.Body.Close()
	fmt.Println(string(must(io.ReadAll(response.Body))))
	// #endregion
}
