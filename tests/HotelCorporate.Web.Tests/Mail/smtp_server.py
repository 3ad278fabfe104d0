"""A real mail server for the tests: STARTTLS and sign-in (as hotel or as annex) required, letters kept as files.

Arguments: folder, certificate, key. Prints the port it listens on. A recipient later@... is put off, never@... is refused.
While the folder has a file hold-rcpt or hold-data, the answer to RCPT or to DATA is held back; reached-rcpt and reached-data tell that it is.
"""
import asyncio, os, socket, ssl, sys
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

folder, certificate, key = sys.argv[1:4]


async def wait_at(stage):
    hold = os.path.join(folder, "hold-" + stage)
    if os.path.exists(hold):
        open(os.path.join(folder, "reached-" + stage), "w").close()
    while os.path.exists(hold):
        await asyncio.sleep(0.02)


class Keeper:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("later@"):
            return "451 4.2.1 Try again later"
        if address.startswith("never@"):
            return "550 5.1.1 Nobody of that name here"
        await wait_at("rcpt")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Keeper.count += 1
        name = os.path.join(folder, f"{Keeper.count:04d}.eml")
        with open(name + ".part", "wb") as file:
            file.write(f"X-Envelope: {session.auth_data.login.decode()} {envelope.mail_from} {','.join(envelope.rcpt_tos)}\r\n".encode())
            file.write(envelope.original_content)
        os.rename(name + ".part", name)
        await wait_at("data")
        return "250 2.0.0 Kept"


def authenticate(server, session, envelope, mechanism, data):
    known = isinstance(data, LoginPassword) and data.login in (b"hotel", b"annex") and data.password == b"letters-2026"
    return AuthResult(success=True, auth_data=data) if known else AuthResult(success=False, handled=False)


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
server = Controller(Keeper(), hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, auth_required=True, authenticator=authenticate)
server.start()
print(port, flush=True)
sys.stdin.read()  # until the tests close it
