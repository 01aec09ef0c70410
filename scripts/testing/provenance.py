"""Signs and reads files with c2pa-python. Each line of JSON that is asked is answered with one."""

import base64
import io
import json
import sys

import c2pa

SETTINGS = {
    "verify": {"verify_after_sign": False, "verify_trust": False},
    "builder": {"thumbnail": {"enabled": False}},
}


def context():
    return c2pa.Context.from_json(json.dumps(SETTINGS))


def read(asked):
    """The state of a file, and every failure that is named."""
    file = io.BytesIO(base64.b64decode(asked["file"]))
    try:
        reader = c2pa.Reader(asked["type"], file, context=context())
    except c2pa.C2paError as error:
        return {"state": "unreadable", "failures": [str(error)[:200]]}
    said = json.loads(reader.json())
    results = said.get("validation_results", {})
    failures = results.get("activeManifest", {}).get("failure", [])
    for delta in results.get("ingredientDeltas", []):
        failures = failures + delta["validationDeltas"].get("failure", [])
    return {
        "state": str(reader.get_validation_state()),
        "failures": [failure["code"] for failure in failures],
        "manifests": len(said["manifests"]),
    }


def sign(asked):
    """The file with one manifest more, on top of those that are in it."""
    info = c2pa.C2paSignerInfo(
        alg=asked["alg"].encode(),
        sign_cert=asked["certificates"].encode(),
        private_key=asked["key"].encode(),
        ta_url=None,
    )
    manifest = {
        "claim_generator_info": [{"name": "Parley", "version": "0.1.0"}],
        "format": asked["type"],
        "assertions": asked["assertions"],
    }
    builder = c2pa.Builder(manifest, context=context())
    if asked["isOnTop"]:
        builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
    signed = io.BytesIO()
    source = io.BytesIO(base64.b64decode(asked["file"]))
    builder.sign(c2pa.Signer.from_info(info), asked["type"], source, signed)
    return {"file": base64.b64encode(signed.getvalue()).decode()}


for line in sys.stdin:
    asked = json.loads(line)
    answer = {"read": read, "sign": sign}[asked["do"]](asked)
    print(json.dumps(answer), flush=True)
