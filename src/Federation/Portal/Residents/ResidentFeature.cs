using CrossBorder.Federation.Applications;
using Microsoft.AspNetCore.Http.Features;

namespace CrossBorder.Federation.Portal.Residents;

/// <summary>Who asks for the page, once the gate has let them through.</summary>
internal sealed record ResidentFeature(Applicant Applicant)
{
    public static Applicant Of(HttpContext context) => context.Features.GetRequiredFeature<ResidentFeature>().Applicant;
}
