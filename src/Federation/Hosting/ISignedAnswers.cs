namespace CrossBorder.Federation.Hosting;

/// <summary>Signs what goes back to relying parties, where they want it signed.</summary>
internal interface ISignedAnswers
{
    /// <summary>The answer as this client is to get it.</summary>
    AuthorizationAnswer Protect(string clientId, AuthorizationAnswer answer);
}
