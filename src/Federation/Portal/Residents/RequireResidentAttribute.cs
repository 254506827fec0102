using Microsoft.AspNetCore.Mvc;

namespace CrossBorder.Federation.Portal.Residents;

/// <summary>A page for a signed-in resident: it finds them as <see cref="ResidentFeature"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequireResidentAttribute : TypeFilterAttribute
{
    public RequireResidentAttribute(AgentDoor agents = AgentDoor.Closed)
        : base(typeof(ResidentGate)) => Arguments = [agents];
}
