using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using CrossBorder.Federation.Tests.OpenIdConnect.Conformance;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Xunit;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.Tests.OpenIdConnect.Messages;

/// <summary>A request object in a pushed request takes the place of the request, and the client's proof stays beside it (RFC 9126 section 3).</summary>
[Collection(nameof(MessageParties))]
public sealed class PushedRequestObjectTests(MessageParties parties)
{
    [Fact]
    [Trait(Module.Trait, "fapi2-security-profile-final-happy-flow")]
    public async Task What_is_signed_is_pushed_and_the_assertion_is_kept()
    {
        using var client = parties.Strict();
        using var key = parties.StrictKey;
        var context = await PushAsync(new OpenIddictRequest
        {
            ClientId = "ps-rp", ClientAssertion = "proof", ClientAssertionType = "type", Scope = "outside", State = "outside",
            Request = RequestObjects.Sign(key, RequestObjects.Claims(client, parties.Issuer)),
        });

        Assert.False(context.IsRejected, context.ErrorDescription);
        Assert.Equal(("ps-rp", "proof", "type", "openid profile identity", "state-inside", null),
            (context.Request!.ClientId, context.Request.ClientAssertion, context.Request.ClientAssertionType, context.Request.Scope, context.Request.State, context.Request.Request));
    }

    [Theory]
    [Trait(Module.Trait, "fapi2-security-profile-final-ensure-unsigned-request-at-par-endpoint-fails, fapi2-security-profile-final-par-authorization-request-containing-request_uri")]
    [InlineData("unsigned", "invalid_request", "CB2053")]
    [InlineData("forged", "invalid_request_object", "CB2050")]
    [InlineData("client_id", "invalid_request_object", "CB2051")]
    [InlineData("request_uri", "invalid_request_object", "CB2051")]
    public async Task What_does_not_hold_is_not_pushed(string fault, string error, string code)
    {
        using var client = parties.Strict();
        using var key = parties.StrictKey;
        var claims = RequestObjects.Claims(client, parties.Issuer);
        if (fault is "client_id" or "request_uri")
            claims[fault] = "urn:another";
        var signed = fault == "forged" ? RequestObjects.Unsigned(claims) : RequestObjects.Sign(key, claims);
        var context = await PushAsync(new OpenIddictRequest { ClientId = "ps-rp", Scope = "openid", Request = fault == "unsigned" ? null : signed });

        Assert.True(context.IsRejected);
        Assert.Equal(error, context.Error);
        Assert.StartsWith(code, context.ErrorDescription, StringComparison.Ordinal);
    }

    private async Task<ExtractPushedAuthorizationRequestContext> PushAsync(OpenIddictRequest request)
    {
        var context = new ExtractPushedAuthorizationRequestContext(new OpenIddictServerTransaction { Request = request, Logger = NullLogger.Instance });
        await ActivatorUtilities.CreateInstance<ReadRequestObject>(parties.HubServices).HandleAsync(context);
        return context;
    }
}
