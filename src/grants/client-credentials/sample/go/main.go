// Command print-nightly is a program without a user, which asks for a token for itself.
package main

import (
	"cmp"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"

	"golang.org/x/oauth2"
)

var (
	// The authorization server; everything else about it is read from its metadata (RFC 8414).
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// The API this job was built for.
	jobsURL = cmp.Or(os.Getenv("JOBS"), issuer+"/print-jobs")

	// A file with the private key, PKCS #8 in PEM. Without one the job sends its secret.
	keyFile = os.Getenv("CLIENT_KEY")

	// The client, registered once with a secret and once with a key.
	secretClient = "print-nightly"
	secret       = cmp.Or(os.Getenv("CLIENT_SECRET"), "print-nightly-secret-3Ws6")
	keyClient    = "print-nightly-key"
)

// What the job asks for. Ask for what you use, no more.
const scope = "jobs.read"

func main() {
	log.SetFlags(0)
	client := &apiClient{tokenURL: discover(issuer).TokenEndpoint}
	fmt.Printf("Jobs at %s, with tokens of %s/:\n", jobsURL, issuer)
	for _, look := range []string{"first", "second"} {
		response := client.get(jobsURL)
		body := must(io.ReadAll(response.Body))
		response.Body.Close()
		if response.StatusCode != http.StatusOK {
			log.Fatalf("The API answered %s.", response.Status)
		}
		fmt.Printf("%s look: %s\n", look, body)
	}
}

// apiClient calls the API with a token of its own, which it keeps while the API takes it.
type apiClient struct {
	tokenURL string
	token    *oauth2.Token
}

// get calls with the token that is there, and once more with a new one when the API refuses it.
func (c *apiClient) get(url string) *http.Response {
	response := c.send(url)
	// #region late
	if !isExpired(response) {
		return response
	}
	response.Body.Close()
	c.token = nil
	// #endregion
	// #region retry
	return c.send(url)
	// #endregion
}

// #region api

// send asks for a token when none is there, or when it would expire on the way.
func (c *apiClient) send(url string) *http.Response {
	if !c.token.Valid() {
		c.token = requestToken(c.tokenURL)
	}
	request := must(http.NewRequest(http.MethodGet, url, nil))
	request.Header.Set("Accept", "application/json")
	c.token.SetAuthHeader(request)
	return must(web.Do(request))
}

// #endregion

func isExpired(response *http.Response) bool {
	challenge := response.Header.Get("WWW-Authenticate")
	return response.StatusCode == http.StatusUnauthorized &&
		strings.Contains(challenge, `error="invalid_token"`)
}
