namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>What a treatment directive decides.</summary>
public enum DirectiveDecision
{
    /// <summary>The treatment is not given.</summary>
    Deny,

    /// <summary>"Anders": only the text tells.</summary>
    Other,

    /// <summary>The portal cannot read it safely: call (R10).</summary>
    NotUnderstood,

    /// <summary>A living will is on file.</summary>
    AdvanceDirective,

    /// <summary>The treatment is given.</summary>
    Permit,
}
