using OpenIddict.Server;

namespace CrossBorder.Federation.OpenIdConnect.SignedRequests;

/// <summary>What is known of the signature of the request at hand, on its way through OpenIddict's handlers.</summary>
internal sealed record VerifiedRequest(RequestObject? Object)
{
    private static readonly string Property = typeof(VerifiedRequest).FullName!;

    /// <param name="requestObject">Null where the hub's own seal vouches for it.</param>
    public static void Mark(OpenIddictServerTransaction transaction, RequestObject? requestObject) =>
        transaction.SetProperty(Property, new VerifiedRequest(requestObject));

    /// <summary>Null for a request that was not signed.</summary>
    public static VerifiedRequest? Of(OpenIddictServerTransaction transaction) => transaction.GetProperty<VerifiedRequest>(Property);
}
