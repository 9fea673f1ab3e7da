using System.Text;

namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// The safety rules, written once: what is malformed, given twice or an unknown modifier makes a resource "not
/// understood" (R10).
/// </summary>
internal ref partial struct FhirReader
{
    private const int LongestUrlInReason = 200;
    private const int FewestBsnDigits = 8;

    /// <summary>
    /// The current value is not what it must be. Only in a vital property does that say something about the whole
    /// resource.
    /// </summary>
    public void Malformed()
    {
        _faults++;
        if (!_vitalName.IsEmpty)
        {
            Distrust($"{Encoding.UTF8.GetString(_vitalName)} is malformed");
        }
    }

    /// <summary>Grows with every fault met; for a part that must know whether all of it was read.</summary>
    public readonly int Faults => _faults;

    /// <summary>The first reason stands; one is enough to refuse.</summary>
    public void Distrust(string reason)
    {
        _faults++;
        _distrust ??= reason;
    }

    /// <summary>Reads a property whose loss or doubling would change what the resource means.</summary>
    public T? Vital<T>(T? already, ElementReader<T> read)
        where T : class
    {
        var outer = EnterVital(already is not null);
        var value = read(ref this);
        if (value is null)
        {
            Malformed();
        }
        _vitalName = outer;
        return value;
    }

    /// <inheritdoc cref="Vital{T}(T, ElementReader{T})"/>
    public bool? VitalFlag(bool? already)
    {
        var outer = EnterVital(already is not null);
        var value = Flag();
        _vitalName = outer;
        return value;
    }

    /// <inheritdoc cref="Vital{T}(T, ElementReader{T})"/>
    public IReadOnlyList<T> VitalList<T>(IReadOnlyList<T> already, ElementReader<T> read)
        where T : class
    {
        var outer = EnterVital(already.Count > 0);
        var values = List(read);
        _vitalName = outer;
        return values;
    }

    /// <summary>
    /// The text of an extension that limits what the resource says: there without a text is not the same as not there.
    /// </summary>
    public string? VitalExtension(string url)
    {
        var outer = EnterVital(isGivenTwice: false);
        var text = ExtensionText(url);
        _vitalName = outer;
        return text;
    }

    /// <summary>
    /// Starts on a resource (or entry) of its own: what is wrong in it says nothing about the one around it.
    /// </summary>
    public ReadingScope EnterScope()
    {
        var outer = new ReadingScope(_distrust, _vitalName);
        _distrust = null;
        _vitalName = default;
        return outer;
    }

    /// <summary>Ends the scope and tells why what was read in it is not understood, or null.</summary>
    public string? LeaveScope(ReadingScope outer)
    {
        var reason = _distrust;
        _distrust = outer.Distrust;
        _vitalName = outer.VitalName;
        return reason;
    }

    private void RefuseModifier()
    {
        Distrust($"unknown modifierExtension {(IsQuotable(Name) ? Name.ToString() : "with an odd URL")}");
        _tokens.Skip();
    }

    /// <summary>The reason may go to a log: a URL that could carry a BSN or a query is not quoted (R6).</summary>
    private static bool IsQuotable(ReadOnlySpan<char> url)
    {
        if (url.Length is 0 or > LongestUrlInReason || url.ContainsAnyExceptInRange('!', '~') || url.ContainsAny('?', '#', '%'))
        {
            return false;
        }
        var digits = 0;
        foreach (var unit in url)
        {
            digits = char.IsAsciiDigit(unit) ? digits + 1 : 0;
            if (digits == FewestBsnDigits)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>
    /// Reads modifier extensions: those the <paramref name="owner"/> knows are data, any other refuses the whole (R10).
    /// </summary>
    public void Modifiers(Resource? owner)
    {
        var outer = EnterVital(isGivenTwice: false);
        if (BeginList())
        {
            while (NextExtension())
            {
                if (owner is null || !owner.ReadModifier(ref this))
                {
                    RefuseModifier();
                }
            }
        }
        _vitalName = outer;
    }

    /// <summary>Inside a vital property all that is in it is vital, under the name of the outermost.</summary>
    private ReadOnlySpan<byte> EnterVital(bool isGivenTwice)
    {
        var outer = _vitalName;
        if (outer.IsEmpty)
        {
            _vitalName = _rawName;
        }
        if (isGivenTwice)
        {
            Distrust($"{Encoding.UTF8.GetString(_vitalName)} is given twice");
        }
        return outer;
    }
}
