namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>What of a trail goes where, and how much at once (docs/adr/0039).</summary>
public sealed record ShippingOptions
{
    /// <summary>Where the trail is kept.</summary>
    public required AuditStorage Storage { get; init; }

    /// <summary>The node whose records are sent.</summary>
    public required string Node { get; init; }

    /// <summary>Folder of the file that says how far this node is; made when it is missing.</summary>
    public required string CursorFolder { get; init; }

    /// <summary>Address of Elasticsearch, with a path where it lies behind one.</summary>
    public required Uri Address { get; init; }

    /// <summary>File of the key for patients' BSNs (<see cref="Shipping.BsnKey"/>).</summary>
    public required string BsnKey { get; init; }

    /// <summary>What the names of the indices begin with; the month of a record follows.</summary>
    public string Index { get; init; } = "zvp-audit";

    /// <summary>File with an API key as Elasticsearch gives it encoded; null for another way, or none.</summary>
    public string? ApiKeyFile { get; init; }

    /// <summary>User; goes with <see cref="PasswordFile"/>.</summary>
    public string? User { get; init; }

    /// <summary>File with the user's password.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>PEM file with the CAs of Elasticsearch's certificate; null for those the system trusts.</summary>
    public string? TrustedCertificates { get; init; }

    /// <summary>Proxy on the way; null for none, whatever the environment says.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Most records in one request.</summary>
    public int BatchRecords { get; init; } = 500;

    /// <summary>Most bytes in one request, unless one record alone has more.</summary>
    public int BatchBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>How long one request may take; what became of it is then unknown, and it is sent again.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait for new records when all have been sent.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait after a fault.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);
}
