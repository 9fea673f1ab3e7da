namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>What an event is in the words of ECS: values of event.kind, event.category and event.type that its schema allows together.</summary>
internal sealed record EcsEvent(string Kind, string Category, IReadOnlyList<string> Types)
{
    /// <summary>The words of a record; an event that is added later has those of its range of numbers.</summary>
    public static EcsEvent Of(AuditRecord record)
    {
        var kind = IsAlert(record.Event) ? "alert" : "event";
        return (int)record.Event switch
        {
            < 2000 => new(kind, "authentication", [SignIn(record.Event)]),
            >= 3000 and < 3200 when record.Event != AuditEventType.FunctionRefused => new(kind, "iam", ["user", Change(record.Action)]),
            >= 3300 and < 3400 => new(kind, "configuration", [Change(record.Action)]),
            _ => new(kind, "api", ["access", record.Outcome == AuditOutcome.Success ? "allowed" : "denied"]),
        };
    }

    private static bool IsAlert(AuditEventType type) => type is AuditEventType.IdentityHeaderIgnored or AuditEventType.ForeignResourceDropped
        or AuditEventType.TooManyRefusedLooks or AuditEventType.EmergencyNotAccounted;

    private static string SignIn(AuditEventType type) => type switch
    {
        AuditEventType.SignedIn => "start",
        AuditEventType.SignedOut or AuditEventType.SessionEnded or AuditEventType.SessionRefused or AuditEventType.SessionReplaced
            or AuditEventType.OwnSessionEnded or AuditEventType.SignedOutEverywhere => "end",
        _ => "info",
    };

    private static string Change(AuditAction action) => action switch
    {
        AuditAction.Create => "creation",
        AuditAction.Update => "change",
        AuditAction.Delete => "deletion",
        AuditAction.Read or AuditAction.Execute => "info",
    };
}
