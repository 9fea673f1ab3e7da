namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>What someone goes to Dezi for.</summary>
public enum DeziPurpose
{
    /// <summary>A new session.</summary>
    SignIn,

    /// <summary>A fresh proof within a session, before something weighty.</summary>
    StepUp,
}
