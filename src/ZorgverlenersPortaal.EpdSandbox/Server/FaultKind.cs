namespace ZorgverlenersPortaal.EpdSandbox.Server;

/// <summary>The ways the sandbox can fail on purpose; README.md says what each does.</summary>
internal enum FaultKind
{
    None,
    Down503,
    Status,
    Html200,
    Outcome200,
    Hang,
    Slow,
    Truncate,
    Stranger,
    WrongBinary,
    FakePdf,
    ForeignNext,
    ExpiredPages,
}
