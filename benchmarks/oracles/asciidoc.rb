# Tells what Asciidoctor reads: of each line of standard input, a JSON string, the texts as one JSON array.
# They are HTML. What is no prose (code, macros, attributes) is U+FFFC.

require 'asciidoctor'
require 'json'

Asciidoctor::LoggerManager.logger.level = Logger::UNKNOWN
OBJECT = "\uFFFC"
# Nothing is included, and each branch of a condition is read.
PREPROCESSOR = /^\\?(?:ifdef|ifndef|ifeval|endif|include)::[^\s\[]*\[.*\][ \t\r]*\n?/
MACROS = %w[
  anchor asciimath audio btn file footnote footnoteref ftp http https icon image indexterm indexterm2 irc kbd
  latexmath link mailto menu pass stem toc video xref
].freeze
INLINE_MACRO = /\\?(?<!\w)(?!(?:#{MACROS.join '|'}):)[a-z][\w-]+:(?![\s:])[^\s\[\]]*\[(?:|.*?[^\\])\]/mi
ATTRIBUTE = /(\\?)\{(\w[\w-]*|(?:set|counter2?):.+?)(\\?)\}/
SETTINGS = { 'attribute-missing' => 'skip', 'doctype' => 'article', 'experimental' => '', 'skip-front-matter' => '' }
ENTITY = /\\?&amp;((?:[a-zA-Z][a-zA-Z]+\d{0,2}|#\d\d\d{0,4}|#x[\da-fA-F][\da-fA-F][\da-fA-F]{0,3});)/

# "File > Save" is text, unless a document says that it is a menu.
Asciidoctor.send :remove_const, :InlineMenuRx
Asciidoctor::InlineMenuRx = /(?!)/.freeze

# What it would show of code and attributes, and typographic signs for those that stand in the file.
module Substitutions
  def restore_passthroughs(text)
    text.gsub(Asciidoctor::Substitutors::PassSlotRx) { OBJECT }
  end

  def sub_attributes(text, *)
    text.gsub(ATTRIBUTE) do
      next "{#{$2}}" unless $1.empty? && $3.empty?

      shown = Asciidoctor::INTRINSIC_ATTRIBUTES[$2.downcase]
      shown || ($'.match?(/\A[^\s\[\]]*\[/) ? 'https://example.org/' : OBJECT)
    end
  end

  def sub_replacements(text)
    text.gsub(/\\?`'/, '&#8217;').gsub(ENTITY) { $&.start_with?('\\') ? $&[1..] : "&#{$1}" }
  end

  # A macro that Asciidoctor does not know is what is left.
  def sub_macros(text)
    super.gsub(INLINE_MACRO) { $&.start_with?('\\') ? $&[1..] : '<code>x</code>' }
  end
end

[Asciidoctor::AbstractNode, Asciidoctor::Table::Cell].each { |known| known.prepend Substitutions }

# A macro that is no part of Asciidoctor, as a block.
class BlockMacro < Asciidoctor::Extensions::BlockMacroProcessor
  def process(parent, _, attributes)
    create_pass_block parent, '', attributes
  end
end

Asciidoctor::Extensions.register do
  block_macro BlockMacro, :other
  other = @block_macro_extensions[:other]
  @block_macro_extensions.default_proc = ->(_, name) { other unless MACROS.include? name.to_s }
end

# Inline elements without what does not show, and with OBJECT for what is no prose.
class Prose < Asciidoctor::Converter.for('html5')
  register_for 'html5'

  def convert_inline_anchor(node)
    case node.type
    when :xref then node.text || OBJECT
    when :link then node.has_role?('bare') || node.text.to_s.empty? ? OBJECT : node.text
    else ''
    end
  end

  def convert_inline_image(node)
    alt(node) if node.type != 'icon'
    OBJECT
  end

  %i[footnote kbd button menu].each { |name| define_method(:"convert_inline_#{name}") { |_| OBJECT } }

  def convert_inline_callout(_)
    ''
  end

  def convert_inline_indexterm(node)
    node.type == :visible ? node.text : ''
  end

  def convert_inline_quoted(node)
    case node.type
    when :monospaced, :asciimath, :latexmath then '<code>x</code>'
    when :double then "&#8220;#{node.text}&#8221;"
    when :single then "&#8216;#{node.text}&#8217;"
    else "<b>#{node.text}</b>"
    end
  end
end

def alt(node)
  $texts << node.attr('alt') unless node.attr('alt') == node.attr('default-alt')
end

def take(block)
  $texts << block.title if block.title? && block.context != :document
  case block.context
  when :document
    $texts << block.doctitle if block.header?
    block.blocks.each { |inner| take(inner) }
  when :paragraph then $texts << block.content
  when :verse then $texts.concat(block.content.gsub("\n", '<br>').split(/(?:<br>){2,}/))
  when :ulist, :olist, :colist then block.items.each { |item| take_item(item) }
  when :dlist
    block.items.each { |terms, item| [*terms, *item].each { |each| take_item(each) } }
  when :table
    block.rows.to_h.values.flatten.each { |cell| take_cell(cell) }
  when :image then alt(block)
  else
    if block.blocks?
      block.blocks.each { |inner| take(inner) }
    elsif block.content_model == :simple
      $texts << block.content
    end
  end
end

def take_item(item)
  $texts << item.text if item.text?
  item.blocks.each { |inner| take(inner) }
end

def take_cell(cell)
  if cell.style == :asciidoc
    take(cell.inner_document)
  elsif cell.style != :literal && cell.style != :monospaced
    $texts.concat(cell.text.split(/\n{2,}/))
  end
end

[$stdin, $stdout].each { |stream| stream.set_encoding('UTF-8') }
$stdout.sync = true
$stdin.each_line do |line|
  $texts = []
  document = Asciidoctor.load(JSON.parse(line).gsub(PREPROCESSOR, ''), safe: :secure, attributes: SETTINGS)
  take(document)
  $texts.concat(document.footnotes.map(&:text))
  puts JSON.generate($texts)
rescue StandardError => e
  puts JSON.generate("#{e.class}: #{e.message}")
end
