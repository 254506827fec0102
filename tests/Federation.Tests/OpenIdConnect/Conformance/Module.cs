namespace CrossBorder.Federation.Tests.OpenIdConnect.Conformance;

/// <summary>Names of modules of the OpenID Foundation's conformance suite, as traits of the tests that cover the same ground.</summary>
internal static class Module
{
    public const string Trait = "module";
}
