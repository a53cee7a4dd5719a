"""Three calls at once, as in a real program: together they refresh at most once."""

import sys
from concurrent.futures import ThreadPoolExecutor

import requests
from authlib.integrations.base_client import OAuthError

from config import PHOTOS
from session import Session


def main() -> None:
    session = Session()
    with ThreadPoolExecutor() as threads:
        for answer in threads.map(session.call, [PHOTOS] * 3):
            print(answer.status_code, answer.content.decode())


if __name__ == "__main__":
    try:
        main()
    except (OAuthError, requests.RequestException) as failure:
        sys.exit(str(failure))
