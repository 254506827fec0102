using CrossBorder.Federation.Officers;
using Microsoft.AspNetCore.Authorization;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>Whom a page of the console is for. No other cookie than that of officers is looked at.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ForOfficersAttribute : AuthorizeAttribute
{
    public ForOfficersAttribute(params OfficerRole[] roles)
    {
        AuthenticationSchemes = OfficerScheme.Name;
        Roles = string.Join(',', roles);
    }
}
