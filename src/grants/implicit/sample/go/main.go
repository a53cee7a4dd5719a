// Command print-photos-implicit does what an application did with the implicit grant (RFC 6749
// §4.2). Do not begin like this today.
package main

import (
	"bufio"
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"golang.org/x/oauth2"
)

var (
	// The authorization server.
	issuer = cmp.Or(os.Getenv("ISSUER"), "http://127.0.0.1:9000")

	// The photo API.
	photosURL = cmp.Or(os.Getenv("PHOTOS"), issuer+"/photos")

	// A public client. Nothing listens at its redirect URI: the address is pasted here.
	config = oauth2.Config{
		ClientID:    "print-implicit",
		Endpoint:    oauth2.Endpoint{AuthURL: issuer + "/authorize"},
		RedirectURL: "http://127.0.0.1:49152/callback",
		Scopes:      []string{"photos.read"},
	}

	// web sends the request: the default client would wait for an answer for ever.
	web = &http.Client{Timeout: 10 * time.Second}
)

func main() {
	log.SetFlags(0)

	// #region prepare
	state := rand.Text()
	// #endregion

	// #region authorize
	// The library asks for a code unless it is told otherwise.
	address := config.AuthCodeURL(state, oauth2.SetAuthURLParam("response_type", "token"))
	fmt.Printf("Open this address in a browser:\n\n  %s\n\n", address)
	// #endregion

	// #region callback
	// It stands in the address bar, in the history and now in this terminal: that is what is wrong
	// with it.
	fmt.Println("It ends at an address with the token in it. Paste that address:")
	back := must(bufio.NewReader(os.Stdin).ReadString('\n'))
	answer := must(url.ParseQuery(must(url.Parse(strings.TrimSpace(back))).EscapedFragment()))
	// #endregion

	token := must(check(answer, state))
	fmt.Printf("An access token for %s, good for %s seconds.\n",
		cmp.Or(answer.Get("scope"), config.Scopes[0]), cmp.Or(answer.Get("expires_in"), "some"))

	// #region api
	request := must(http.NewRequest(http.MethodGet, photosURL, nil))
	token.SetAuthHeader(request)
	response := must(web.Do(request))
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		log.Fatalf("The API answered %s.", response.Status)
	}
	fmt.Println(string(must(io.ReadAll(response.Body))))
	// #endregion
}

// #region check

// check returns the token of an answer to this request from the server that was asked. The library
// knows nothing of answers in a fragment.
func check(answer url.Values, state string) (*oauth2.Token, error) {
	if answer.Get("state") != state {
		return nil, errors.New("not an answer to this request: state differs")
	}
	if answer.Get("iss") != issuer {
		return nil, errors.New("the answer comes from another server")
	}
	if !answer.Has("access_token") {
		return nil, fmt.Errorf("no token: %s", answer.Get("error"))
	}
	// There is no refresh token (RFC 6749 §4.2.2): when this one expires, the user is asked again.
	return &oauth2.Token{
		AccessToken: answer.Get("access_token"),
		TokenType:   answer.Get("token_type"),
	}, nil
}

// #endregion

// must stops the program at what it cannot go on without. It has nobody to report to but its user.
func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
