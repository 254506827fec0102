namespace CrossBorder.Federation.SignIn;

/// <summary>Where a journey stands.</summary>
internal enum JourneyStep
{
    ChooseHome,
    VisitHome,
    ConfirmLink,
    Consent,
    Stopped,
    Finish,
}

/// <summary>The whole order of the journey: state in, step out, nothing else asked.</summary>
internal static class NextStep
{
    public static JourneyStep Of(SignInJourney journey) => journey switch
    {
        { Refusal: not null } => JourneyStep.Stopped,
        { Pending: not null } => JourneyStep.ConfirmLink,
        { SessionId: null, Home: null } => JourneyStep.ChooseHome,
        { SessionId: null } => JourneyStep.VisitHome,
        { ConsentNeeded: true } => JourneyStep.Consent,
        _ => JourneyStep.Finish,
    };
}
