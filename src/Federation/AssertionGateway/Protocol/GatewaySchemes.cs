namespace CrossBorder.Federation.AssertionGateway.Protocol;

/// <summary>The scheme by which residents sign in.</summary>
internal static class GatewaySchemes
{
    public const string Home = "iam-smart";
}
