using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.MutualTls;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Dpop;

/// <summary>Reads the proof of a request, once for each request and once for each proof, whichever node it comes to.</summary>
internal sealed class DpopProofs(IReplayGuard replays, DpopNonces nonces, IOptions<HubOptions> hub, IOptions<MutualTlsOptions> mutualTls, TimeProvider clock)
{
    private const string Header = "DPoP";

    /// <summary>Null where the request has no proof. CB2030 where it does not hold, CB2031 where it came before, CB2032 where its nonce is not of this hub.</summary>
    public async Task<Outcome<DpopProof>?> ReadAsync(HttpContext context, string? accessToken)
    {
        var header = context.Request.Headers[Header];
        if (context.Features.Get<DpopReading>() is { } before && before.Header == header)
            return before.Proof;

        var proof = header.Count == 0 ? null : await ReadAsync(context, header!, accessToken);
        context.Features.Set(new DpopReading(header, proof));
        return proof;
    }

    private async Task<Outcome<DpopProof>> ReadAsync(HttpContext context, string?[] header, string? accessToken)
    {
        if (header is not [{ } compact])
            return ErrorCatalogue.DpopProofInvalid.With("There is more than one.");

        var now = clock.GetUtcNow();
        var read = DpopProof.Read(compact, new DpopExpectation(context.Request.Method, AddressesOf(context.Request), now, accessToken));
        if (!read.TryGetValue(out var proof))
            return read;
        if (proof.Nonce is { } nonce && !nonces.Takes(nonce))
            return ErrorCatalogue.DpopNonceNeeded.With("The nonce is not of this hub, or too old.");

        // Remembered for as long as its iat would let it pass.
        return await replays.TryUseAsync("dpop:" + proof.Thumbprint, proof.Identifier, proof.IssuedAt + (2 * DpopProof.Window), context.RequestAborted)
            ? proof
            : ErrorCatalogue.DpopProofReplayed.With("A proof holds once.");
    }

    /// <summary>By the settings and not by the header Host, which whoever replays a proof meant for elsewhere could write.</summary>
    private List<Uri> AddressesOf(HttpRequest request)
    {
        List<Uri> addresses = [At(new Uri(hub.Value.Issuer), request)];
        if (mutualTls.Value.Address is { Length: > 0 } other)
            addresses.Add(At(new Uri(other), request));
        return addresses;
    }

    private static Uri At(Uri origin, HttpRequest request) => new(origin, request.PathBase.Add(request.Path).ToUriComponent());
}
