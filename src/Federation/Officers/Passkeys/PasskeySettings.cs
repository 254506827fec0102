using CrossBorder.Federation.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>Passkeys belong to the host of the issuer, and answer on its origin alone: a console under another name is somebody else's.</summary>
internal sealed class PasskeySettings(IOptions<HubOptions> hub) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        var issuer = new Uri(hub.Value.Issuer);
        var origin = issuer.GetLeftPart(UriPartial.Authority);
        options.ServerDomain = issuer.IdnHost;
        options.AuthenticatorTimeout = PasskeyTickets.Lifetime;
        // A passkey stands in for password and code, so it has to be two things itself.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "preferred";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == origin);
    }
}
