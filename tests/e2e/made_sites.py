"""Sites as people have them, made in the current folder: with a few faults, and else none."""

from __future__ import annotations

from tests.e2e.articles import write

POSTS = 24
#: The post of each site whose key is misspelt, and the one that lacks its date.
MISSPELT, DATELESS = 7, 13


def jekyll() -> None:
    """Posts in a folder, pages at the top, and people whose mappings posts have, too."""
    write("title: The Weir\n", "_config.yml")
    for number in range(1, POSTS + 1):
        title = "Title" if number == MISSPELT else "title"
        front_matter = (
            f"layout: post\n{title}: The ferry sails, part {number}\n"
            f"date: 2024-03-{number:02} 09:30:00 +0100\ncategories: [ferries]\n"
            "author: {name: Ada Fenwick, url: https://weir.example/ada}\n"
        )
        if number == DATELESS:
            front_matter = front_matter.replace("date:", "when:")
        write(f"---\n{front_matter}---\nText.\n", f"_posts/2024-03-{number:02}-ferry.md")
    for name in ("about", "contact"):
        write(f"---\nlayout: page\ntitle: {name}\npermalink: /{name}/\n---\n", f"{name}.md")
    for number in range(6):
        person = f"name: Ada {number}\nbio: She rows.\nphoto: /a{number}.png\n"
        write(f"---\n{person}contact: ada@weir.example\n---\n", f"_people/ada-{number}.md")
    write("No front matter.\n", "README.md")


def hugo() -> None:
    """Sections in two languages, posts as bundles, and a section of recipes."""
    write("baseURL = 'https://weir.example/'\n", "hugo.toml")
    for language in ("en", "de"):
        write(f"---\ntitle: {language}\n---\n", f"content/{language}/_index.md")
        for number in range(1, POSTS + 1):
            draft = "drfat" if (number, language) == (MISSPELT, "de") else "draft"
            front_matter = (
                f"title: Geese {number}\ndate: 2024-03-{number:02}T09:30:00Z\n{draft}: false\n"
                f"tags: [geese, lock]\nweight: {number}\n"
                f"cover: {{image: g{number}.jpg, alt: Geese}}\n"
            )
            write(f"---\n{front_matter}---\n", f"content/{language}/posts/geese-{number}/index.md")
        for number in range(1, 9):
            recipe = (
                f"title: Bread {number}\nserves: {number}\nminutes: 1.5\nsteps: [Knead., Bake.]\n"
            )
            write(f"---\n{recipe}source:\n---\n", f"content/{language}/recipes/bread-{number}.md")


def zola() -> None:
    """Posts with front matter in TOML, and a section."""
    write("base_url = 'https://weir.example/'\n", "config.toml")
    write("<h1>{{ section.title }}</h1>\n", "templates/section.html")
    write("+++\ntitle = 'Weir'\nsort_by = 'date'\n+++\n", "content/blog/_index.md")
    for number in range(1, POSTS + 1):
        extra = "Extra" if number == MISSPELT else "extra"
        front_matter = (
            f"title = 'Eels {number}'\ndate = 2024-03-{number:02}\n"
            f"[taxonomies]\ntags = ['eels']\n[{extra}]\nteaser = 'They came back.'\n"
        )
        if number == DATELESS:
            front_matter = front_matter.replace("2024-03", "'March")
            front_matter = front_matter.replace(f"{number:02}\n", f"{number:02}'\n", 1)
        write(f"+++\n{front_matter}+++\n", f"content/blog/eels-{number}.md")


def astro() -> None:
    """Posts in MDX, whose dates are of no standard, and authors as data."""
    write("export default {};\n", "astro.config.mjs")
    write("---\nconst a = 1;\n---\n<p>{a}</p>\n", "src/pages/index.astro")
    for number in range(1, POSTS + 1):
        hero = "heroimage" if number == MISSPELT else "heroImage"
        front_matter = (
            f"title: 'Locks: part {number}'\ndescription: How the lock works, part {number}.\n"
            f"pubDate: Mar {number:02} 2024\n{hero}: ../../assets/lock-{number}.jpg\n"
        )
        if number == DATELESS:
            front_matter = front_matter.replace("pubDate", "when")
        ending = "mdx" if number % 3 else "md"
        write(f"---\n{front_matter}---\n", f"src/content/blog/lock-{number}.{ending}")
    for name in ("ada", "tom"):
        author = f"name: {name}\nlink: https://weir.example/{name}\n"
        write(f"---\n{author}---\n", f"src/content/authors/{name}.md")


def docusaurus() -> None:
    """Documentation in nested folders, and dependencies that are not the site's."""
    write("module.exports = {};\n", "docusaurus.config.js")
    write("---\nanything: 1\n---\n", "node_modules/other/docs/a.md")
    for number in range(1, POSTS + 1):
        position = "sidebar-position" if number == MISSPELT else "sidebar_position"
        front_matter = f"id: lock-{number}\ntitle: Lock {number}\n{position}: {number}\n"
        if number == DATELESS:
            front_matter = front_matter.replace(f"id: lock-{number}\n", "")
        folder = "guide" if number % 2 else "guide/more"
        write(f"---\n{front_matter}---\n", f"docs/{folder}/lock-{number}.md")


def obsidian() -> None:
    """Notes in one folder: daily ones, and some about people."""
    write("{}", ".obsidian/app.json")
    for number in range(1, POSTS + 1):
        mood = "Mood" if number == MISSPELT else "mood"
        front_matter = f"day: 2024-03-{number:02}\n{mood}: calm\ntags: [daily, river]\n"
        if number == DATELESS:
            front_matter = front_matter.replace("tags: [daily, river]", "tags: river")
        write(f"---\n{front_matter}---\n", f"2024-03-{number:02}.md")
    for number in range(6):
        person = f"born: 19{number}0\nmet: the weir\nnick: A{number}\n"
        write(f"---\n{person}---\n", f"Person {number}.md")
