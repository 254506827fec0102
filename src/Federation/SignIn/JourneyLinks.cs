namespace CrossBorder.Federation.SignIn;

/// <summary>The addresses of the journey; also in the @page directives of Portal/Pages/SignIn.</summary>
internal static class JourneyLinks
{
    public static string Continue(string id) => $"/sign-in/{id}";

    public static string Page(string id, JourneyStep step) => step switch
    {
        JourneyStep.ChooseHome => $"/sign-in/{id}/home",
        JourneyStep.ConfirmLink => $"/sign-in/{id}/link",
        JourneyStep.Consent => $"/sign-in/{id}/consent",
        JourneyStep.Stopped => $"/sign-in/{id}/stopped",
        _ => Continue(id),
    };
}
