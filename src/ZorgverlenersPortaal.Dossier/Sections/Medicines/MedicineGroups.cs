namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>Medicines that share a key, directly or through one another.</summary>
internal static class MedicineGroups
{
    public static IReadOnlyList<IReadOnlySet<Medicine>> Of(IReadOnlyList<Medicine> medicines, Func<Medicine, IEnumerable<string>> keys)
    {
        var groups = new List<(HashSet<Medicine> Members, HashSet<string> Keys)>();
        foreach (var medicine in medicines)
        {
            var own = keys(medicine).ToHashSet(StringComparer.Ordinal);
            if (own.Count == 0)
            {
                continue;
            }
            HashSet<Medicine> members = new(ReferenceEqualityComparer.Instance) { medicine };
            foreach (var group in groups.Where(g => g.Keys.Overlaps(own)).ToList())
            {
                members.UnionWith(group.Members);
                own.UnionWith(group.Keys);
                groups.Remove(group);
            }
            groups.Add((members, own));
        }
        return [.. groups.Select(g => g.Members)];
    }
}
